import asyncio
import time

tasks = {}
lock = asyncio.Lock()
sem = asyncio.BoundedSemaphore(1)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    return "a"


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", asyncio.sleep(1, "b1"), group)
            start("b.4", asyncio.sleep(1, "b3"), group)
    except BaseExceptionGroup as errors:
        log("b5", repr(errors))
    log("blocked", block(0.5, 0))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
