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
    try:
        async with asyncio.timeout(0) as limit:
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0, "a2"), asyncio.sleep(0, "a3"), return_exceptions=True))
    except TimeoutError as error:
        log("a4", repr(error), limit.expired())
    return "a"


async def b():
    try:
        async with asyncio.timeout(0) as limit:
            try:
                log("in time", await asyncio.wait_for(a(), 0.3))
            except TimeoutError as error:
                log("b2", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    log("uncancel", asyncio.current_task().uncancel())
    task4 = start("b.6", asyncio.sleep(0.3, "b5"))
    await asyncio.sleep(0)
    return "b"


async def c():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "c1"), b(), return_exceptions=True))
    await asyncio.sleep(0.3)
    log("c3")
    asyncio.get_running_loop().call_later(0.3, log, "c4")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.3)
    asyncio.get_running_loop().call_soon(log, "main3")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
