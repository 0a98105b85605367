import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
barrier = asyncio.Barrier(3)


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
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(1)
        raise


async def a():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    await asyncio.sleep(0)
    log("a1")


async def b():
    log("got", await tasks["a"])
    log("shielded", await asyncio.shield(anext(ticks())))
    asyncio.get_running_loop().call_later(0, tasks["b"].cancel)
    raise ValueError("b")


async def c():
    log("var", var.get())
    try:
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    finally:
        log("c1")
        asyncio.get_running_loop().call_soon(var.set, "late")
    log("got", await tasks["b"])
    await asyncio.sleep(0.1)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        async for i in ticks():
            log("tick", i)
            try:
                log("in time", await asyncio.wait_for(anext(ticks()), 1))
            except TimeoutError as error:
                log("main2", repr(error), repr(error.__cause__))
    except Exception as error:
        log("main3", repr(error))
        raise
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
