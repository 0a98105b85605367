import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a5"), asyncio.sleep(0, "a6"), anext(ticks()), return_exceptions=True))
    asyncio.get_running_loop().call_later(0, log, "a8")
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b1"), return_exceptions=True))
    raise ValueError("b")


async def c():
    log("got", await tasks["a"])
    task1 = start("c.2", a())
    task1.cancel("c3")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(0, log, "main1")
    log("got", await tasks["c"])
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
