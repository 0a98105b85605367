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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)
        log("ticks1")


async def a():
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 1, "a1"), 1))
    await asyncio.sleep(1)
    log("a2")
    try:
        log("cancel a", tasks["a"].cancel("a3"))
    except BaseException as error:
        log("a4", repr(error))
    async for i in ticks():
        log("tick", i)
        generator = ticks()
        try:
            log("first", await anext(generator))
        finally:
            await generator.aclose()
        log("a6")
    return "a"


async def b():
    try:
        try:
            log("in time", await asyncio.wait_for(tasks["a"], 1))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
        asyncio.current_task().cancel("b3")
    except asyncio.CancelledError as error:
        log("b4", repr(error))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("shielded", await asyncio.shield(asyncio.sleep(0, "main1")))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
