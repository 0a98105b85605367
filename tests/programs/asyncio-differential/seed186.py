import asyncio
import time

tasks = {}


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
    try:
        async with asyncio.timeout(0.3) as limit:
            limit.reschedule(None)
            log("cancelling", asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("a1", repr(error), limit.expired())
    for _ in range(2):
        log("a2")
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    log("thread", await asyncio.to_thread(block, 0.5, "a4"))
    log("cancel a", tasks["a"].cancel())


async def b():
    log("blocked", block(0.5, 0))
    log("got", await tasks["a"])
    async with asyncio.timeout(0.3) as limit:
        limit.reschedule(None)
        try:
            log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
        log("cancel b", tasks["b"].cancel())


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
