import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    asyncio.get_running_loop().call_soon(log, "a1")
    try:
        task2 = start("a.4", asyncio.sleep(1, "a3"))
    except Exception as error:
        log("a5", repr(error))
        raise
    log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a6"), 1))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a7"), 1))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    return "a"


async def b():
    await asyncio.sleep(0.1)
    log("b1")
    var.set("b2")
    log("in time", await asyncio.wait_for(anext(ticks()), 1))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(0.1)
    log("cancel a", tasks["a"].cancel("main1"))


try:
    asyncio.run(main())
finally:
    tasks.clear()
