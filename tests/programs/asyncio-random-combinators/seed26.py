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
    try:
        async with asyncio.timeout(0) as cm:
            await asyncio.sleep(0)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    try:
        try:
            async with asyncio.timeout_at(0.1) as cm:
                await asyncio.sleep(0.2)
        except TimeoutError as error:
            log(repr(error), repr(error.__cause__), cm.expired())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
        raise
    tasks["t0"].add_done_callback(note("t0 for w0"))
    try:
        context = copy_context()
        context.run(var.set, "context 2")
        log("context", context[var], var.get())
    finally:
        log("finally 3")
    return "r0"


async def w1():
    log("w1 starts")
    log("shielded 1", await asyncio.shield(w0()))
    log("var", var.get()); token = var.set("w1.2")
    done, pending = await asyncio.wait(
        [tasks["t2"]], timeout=2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    reset(token)
    inner = start("w1.3", w0())
    try:
        log("shielded 4", await asyncio.shield(w0()))
    except asyncio.CancelledError as error:
        log("caught 5", repr(error))
        asyncio.get_running_loop().call_later(1,
            lambda: log("called 6", var.get()))
    log("inner", inner.done(), inner.cancelling())
    return "r1"


async def w2():
    log("w2 starts")
    log("shielded 1", await asyncio.shield(asyncio.sleep(0.1, 1)))
    log("cancel t3", tasks["t3"].cancel())
    try:
        log("in time", await asyncio.wait_for(w1(), 2))
    except TimeoutError:
        log("timeout")
    try:
        log("in time", await asyncio.wait_for(w1(), 2))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    inner = start("w3.1", w0())
    await asyncio.sleep(0.5)
    log("slept 2")
    log("inner", inner.done(), inner.cancelling())
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
