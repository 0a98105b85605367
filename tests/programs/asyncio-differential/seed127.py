import asyncio
import time

tasks = {}
event = asyncio.Event()
future = None


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        await asyncio.sleep(0.3)
    finally:
        log("a1")
        log("event", event.clear())
    log("a2")
    done, pending = await asyncio.wait([start("a.4", asyncio.sleep(0, "a3")), start("a.6", asyncio.sleep(0.2, "a5")), start("a.8", asyncio.sleep(0.3, "a7"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    return "a"


async def b():
    asyncio.current_task().cancel("b1")
    log("thread", await asyncio.to_thread(block, 0, "b2"))
    asyncio.get_running_loop().call_soon(future.set_result, "late")
    task4 = start("b.6", asyncio.sleep(0.3, "b5"))
    asyncio.get_running_loop().call_later(0.3, event.set)
    try:
        log("in time", await asyncio.wait_for(future, 0.3))
    except TimeoutError as error:
        log("b9", repr(error), repr(error.__cause__))
    log("future", await future)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
