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
        log("cancel d", tasks["d"].cancel())
    except BaseException as error:
        log("a2", repr(error))
        raise
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a3"), 0.1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))


async def b():
    asyncio.current_task().cancel("b1")
    return "b"


async def c():
    handle = asyncio.get_running_loop().call_later(0.1, event.clear)
    await asyncio.sleep(0.1)
    log("c2")
    handle.cancel()
    asyncio.get_running_loop().call_later(0.1, event.clear)
    return "c"


async def d():
    try:
        log("in time", await asyncio.wait_for(tasks["b"], 0.2))
    except TimeoutError as error:
        log("d2", repr(error), repr(error.__cause__))
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    task4 = start("d.5", a())
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.2)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
