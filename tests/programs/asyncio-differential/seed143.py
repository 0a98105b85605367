import asyncio

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


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.2, "a1"), group)
            start("a.4", asyncio.sleep(0.2, "a3"), group)
            log("event", event.set())
    finally:
        log("a5")
    log("in time", await asyncio.wait_for(event.wait(), 0.5))
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.2))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    log("cancel d", tasks["d"].cancel())
    return "a"


async def b():
    try:
        if not asyncio.current_task().cancelling():
            raise ValueError("b1")
        try:
            log("in time", await asyncio.wait_for(tasks["a"], 0.5))
        except TimeoutError as error:
            log("b3", repr(error), repr(error.__cause__))
    finally:
        log("b4")
    return "b"


async def c():
    log("event", await event.wait())


async def d():
    log("cancel a", tasks["a"].cancel())
    log("event", await event.wait())
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
