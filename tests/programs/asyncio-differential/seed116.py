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
    log("thread", await asyncio.to_thread(block, 0.3, "a1"))
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.2)
    log("a4")
    return "a"


async def b():
    log("got", await tasks["a"])
    tasks["a"].add_done_callback(lambda task: log("b1", outcome(task)))
    log("event", await event.wait())
    event.set()
    return "b"


async def c():
    await asyncio.sleep(0.3)
    log("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("event", await event.wait())
    task1 = start("main.2", b())
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
