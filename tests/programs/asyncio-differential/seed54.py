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
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(1)
        log("ticks2")


async def a():
    try:
        for _ in range(2):
            log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a1"), 1))
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
            except TimeoutError as error:
                log("a3", repr(error), repr(error.__cause__))
        except asyncio.CancelledError as error:
            log("a4", repr(error))
    finally:
        log("a5")
    await asyncio.sleep(0.1)
    log("a6")
    log("blocked", block(0.1, 0))
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())


try:
    asyncio.run(main())
finally:
    tasks.clear()
