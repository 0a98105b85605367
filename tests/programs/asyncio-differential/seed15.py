import asyncio

tasks = {}


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
    async for each in asyncio.as_completed([start("a.2", asyncio.sleep(0.2, "a1")), start("a.4", asyncio.sleep(0.2, "a3"))], timeout=1):
        log("next", each.get_name(), await each)
    try:
        log("a5")
    except asyncio.CancelledError as error:
        log("a6", repr(error))
        log("uncancel", asyncio.current_task().uncancel())
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("a10", repr(error), repr(error.__cause__))
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(1, "b2"), asyncio.sleep(0.2, "b3"), return_exceptions=True))
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("b5", repr(error), repr(error.__cause__))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("cancel b", tasks["b"].cancel())
    log("shielded", await asyncio.shield(asyncio.sleep(0.2, "main2")))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
