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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    asyncio.get_running_loop().call_soon(log, "a1")
    asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    log("event", await event.wait())
    log("gathered", await asyncio.gather(event.wait(), event.wait(), event.wait()))
    try:
        await asyncio.sleep(0)
    finally:
        log("a6")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("thread", await asyncio.to_thread(block, 0, "b1"))
    await asyncio.sleep(0)
    try:
        log("got", await tasks["a"])
    except asyncio.CancelledError as error:
        log("b2", repr(error))
        try:
            event.set()
            asyncio.get_running_loop().call_later(0, tasks["b"].cancel)
        except asyncio.CancelledError as error:
            log("b4", repr(error), repr(error.__context__))
            raise


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("main1")
    for each in asyncio.as_completed([start("main.2", a())], timeout=0.2):
        log("next", await each)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
