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
    log("cancel t3", tasks["t3"].cancel("by w0"))
    try:
        async with asyncio.timeout(0.6) as cm1:
            log("cancel t0", tasks["t0"].cancel("by w0"))
            try:
                cm1.reschedule(asyncio.get_running_loop().time() + 0.2)
            except RuntimeError as error:
                log(error)
            await asyncio.sleep(1)
            log("slept 2")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        try:
            try:
                async with asyncio.timeout(0.6) as cm:
                    await asyncio.sleep(0.2)
            except TimeoutError as error:
                log(repr(error), repr(error.__cause__), cm.expired())
        except Exception as error:
            log("caught 3", repr(error))
            raise
    except BaseException as error:
        log("caught 4", repr(error))
        raise
    inner = start("w0.5", asyncio.sleep(0.3))
    done, pending = await asyncio.wait(
        [tasks["t2"]], timeout=0.2, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("inner", inner.done(), inner.cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    done, pending = await asyncio.wait(
        [tasks["t2"]], timeout=0.3, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("var", var.get()); token = var.set("w1.1")
    await asyncio.sleep(0)
    log("slept 2")
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    done, pending = await asyncio.wait(
        [tasks["t3"]], timeout=0.2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r2"


async def w3():
    log("w3 starts")
    done, pending = await asyncio.wait(
        [tasks["t2"], tasks["t0"]], timeout=2, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    log("var", var.get()); token = var.set("w3.1")
    return "r3"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
