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
    event.clear()
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.2, "a1"), group)
    except ExceptionGroup as errors:
        log("a3", repr(errors))
    all = asyncio.gather(event.wait(), event.wait(), asyncio.sleep(0.2, "a6"), return_exceptions=True)
    log("gathered", await all)
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel)
    return "a"


async def b():
    await asyncio.sleep(0)
    log("b1")
    try:
        async with asyncio.TaskGroup() as group:
            start("b.3", asyncio.sleep(0, "b2"), group)
            start("b.4", a(), group)
            log("gathered", await asyncio.gather(event.wait(), tasks["a"], asyncio.sleep(0, "b7"), return_exceptions=True))
            event.set()
    except* ValueError as errors:
        log("b8", repr(errors))
    return "b"


async def c():
    log("thread", await asyncio.to_thread(block, 0.2, None))
    log("blocked", block(0.2, 0))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(0.2, event.set)
    log("event", await event.wait())
    event.set()
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
