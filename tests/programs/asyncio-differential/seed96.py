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
    log("cancel c", tasks["c"].cancel())
    try:
        async for each in asyncio.as_completed([start("a.3", asyncio.sleep(0.3, "a2")), start("a.5", asyncio.sleep(0.3, "a4"))], timeout=0.3):
            log("next", each.get_name(), await each)
    except Exception as error:
        log("a6", repr(error))
    log("cancel a", tasks["a"].cancel())
    raise ValueError("a")


async def b():
    log("cancel a", tasks["a"].cancel("b1"))
    log("event", await event.wait())


async def c():
    for _ in range(3):
        if not asyncio.current_task().cancelling():
            raise ValueError("c1")
    log("cancelling", asyncio.current_task().cancelling())
    log("cancel c", tasks["c"].cancel())


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    async for each in asyncio.as_completed([start("main.1", c()), start("main.2", a())]):
        log("next", each.get_name(), await each)
    log("event", event.clear())
    try:
        log("in time", await asyncio.wait_for(c(), 0.3))
    except TimeoutError as error:
        log("main4", repr(error), repr(error.__cause__))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
