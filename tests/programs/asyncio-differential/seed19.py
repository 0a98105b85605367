import asyncio
import time

tasks = {}
event = asyncio.Event()


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    for each in asyncio.as_completed([start("a.2", asyncio.sleep(0, "a1"))]):
        log("next", await each)
    return "a"


async def b():
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0, "b1"))
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("b.3", asyncio.sleep(0.2, "b2"), group)
                log("got", await tasks["a"])
        except BaseExceptionGroup as errors:
            log("b4", repr(errors))
    except Exception as error:
        log("b5", repr(error))
        raise
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("got", await b())
    for each in asyncio.as_completed([start("main.1", a()), start("main.3", asyncio.sleep(0, "main2"))], timeout=0.2):
        log("next", await each)
    await asyncio.sleep(0.3)


try:
    asyncio.run(main())
finally:
    tasks.clear()
