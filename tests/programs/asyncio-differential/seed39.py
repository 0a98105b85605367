import asyncio
import time

tasks = {}
event = asyncio.Event()
queue = asyncio.LifoQueue()
lock = asyncio.Lock()


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 0.2, "a1"), 0.2))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a2"), 0))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))


async def b():
    queue.shutdown(immediate=True)
    if lock.locked():
        lock.release()
    try:
        event.clear()
    except ValueError as error:
        log("b2", repr(error))
        raise
    log("get", queue.get_nowait())
    return "b"


async def c():
    log("event", await event.wait())


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
