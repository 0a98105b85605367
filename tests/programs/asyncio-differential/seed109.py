import asyncio
import time

tasks = {}
cond = asyncio.Condition()


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
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.5)
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a1")
    log("cancel b", tasks["b"].cancel("a2"))
    async with cond:
        log("a3")
        log("cond", await cond.wait())
    return "a"


async def b():
    log("b1")
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.3, "b2"))
    done, pending = await asyncio.wait([start("b.3", a()), start("b.5", asyncio.sleep(0.3, "b4"))])
    log("done", names(done), "pending", names(pending))
    asyncio.get_running_loop().call_soon(log, "b6")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
    except TimeoutError as error:
        log("b8", repr(error), repr(error.__cause__))
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    try:
        async with asyncio.timeout(0.3) as limit:
            await asyncio.sleep(0.3)
            log("main1")
    except TimeoutError as error:
        log("main2", repr(error), limit.expired())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
