import asyncio
import contextvars

tasks = {}
cond = asyncio.Condition()
var = contextvars.ContextVar("var", default=0)
barrier = asyncio.Barrier(2)


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
        async with barrier as position:
            log("barrier", position)
            async with cond:
                log("a1")
                cond.notify()
            try:
                log("gathered", await asyncio.gather(asyncio.sleep(1, "a2"), asyncio.sleep(0.2, "a3"), barrier.wait()))
            except asyncio.CancelledError as error:
                log("a5", repr(error))
    except asyncio.CancelledError as error:
        log("a6", repr(error))
        asyncio.current_task().uncancel()
    log("gathered", await asyncio.gather(barrier.wait(), asyncio.sleep(0, "a8"), barrier.wait()))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    asyncio.current_task().cancel()
    return "a"


async def b():
    var.set("b1")
    async with barrier as position:
        log("barrier", position)
        try:
            log("in time", await asyncio.wait_for(barrier.wait(), 1))
        except TimeoutError as error:
            log("b3", repr(error), repr(error.__cause__))
    async for each in asyncio.as_completed([start("b.5", asyncio.sleep(1, "b4")), start("b.7", asyncio.sleep(0, "b6"))], timeout=1):
        log("next", each.get_name(), await each)
    return "b"


async def c():
    handle = asyncio.get_running_loop().call_later(0.2, log, "c1")
    await asyncio.sleep(0)
    handle.cancel()
    await asyncio.sleep(0)
    log("c2")
    cond.notify(2)
    await asyncio.sleep(0)


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("main1")
    log("var", var.get())
    await asyncio.sleep(0.2)
    log("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
