import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar("var", default="unset")

tasks = {}
futures = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "no task"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def note(name):
    def done(future):
        state = "cancelled" if future.cancelled() else "failed" if future.exception() else "done"
        log("callback of", name, state)

    return done


def start(name, coro):
    task = asyncio.create_task(coro, name=name)
    tasks[name] = task
    return task


def future(name):
    if name not in futures:
        futures[name] = asyncio.get_running_loop().create_future()
    return futures[name]


def names(futures):
    return sorted(name for name, task in tasks.items() if task in futures), len(futures)


def reset(token):
    try:
        var.reset(token)
    except (ValueError, RuntimeError) as error:
        log(type(error).__name__)


async def w0():
    log("w0 starts")
    log("var", var.get()); token = var.set("w0.1")
    try:
        async with asyncio.timeout(0.3) as cm2:
            context = copy_context()
            context.run(var.set, "context 3")
            log("context", context[var], var.get())
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    log("slept 4")
    try:
        async with asyncio.timeout(0.3) as cm5:
            done, pending = await asyncio.wait(
                [tasks["t1"], tasks["t2"]], timeout=2, return_when=asyncio.ALL_COMPLETED
            )
            log("waited", names(done), names(pending))
    except TimeoutError as error:
        log("timeout 5", cm5, asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        async for each in asyncio.as_completed([asyncio.sleep(0, 0)]):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    await asyncio.sleep(0)
    log("slept 1")
    await asyncio.sleep(0.5)
    log("slept 2")
    try:
        async with asyncio.timeout(0.3) as cm:
            await asyncio.sleep(0)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0.2)
    log("slept 1")
    log("cancel t2", tasks["t2"].cancel("by w2"))
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t1"]], timeout=0.3, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    return "r2"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
