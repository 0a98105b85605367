import asyncio
import time

tasks = {}
barrier = asyncio.Barrier(2)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.5, "a1"))], return_when=asyncio.FIRST_COMPLETED, timeout=0)
    log("done", names(done), "pending", names(pending))
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0, "a3"))
    await asyncio.sleep(0)
    log("a4")
    return "a"


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    task1 = start("b.2", a())
    try:
        async with asyncio.timeout(0.5) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 0.5)
            done, pending = await asyncio.wait([start("b.3", a())], return_when=asyncio.FIRST_COMPLETED)
            log("done", names(done), "pending", names(pending))
    except TimeoutError as error:
        log("b4", repr(error), limit.expired())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0)
    log("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
