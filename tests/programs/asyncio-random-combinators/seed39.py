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
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    context = copy_context()
    context.run(var.set, "context 2")
    log("context", context[var], var.get())
    done, pending = await asyncio.wait(
        [tasks["t3"], tasks["t1"], tasks["t4"]], timeout=0, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    try:
        context = copy_context()
        context.run(var.set, "context 3")
        log("context", context[var], var.get())
    except Exception as error:
        log("caught 4", repr(error))
        raise
    return "r0"


async def w1():
    log("w1 starts")
    try:
        done, pending = await asyncio.wait(
            [tasks["t0"]], timeout=0, return_when=asyncio.FIRST_EXCEPTION
        )
        log("waited", names(done), names(pending))
    except Exception as error:
        log("caught 1", repr(error))
        try:
            asyncio.get_running_loop().call_later(0,
                lambda: log("called 2", var.get()))
        finally:
            log("finally 3")
    return "r1"


async def w2():
    log("w2 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=0, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 1", var.get()))
    try:
        async with asyncio.timeout(0.6) as cm:
            await asyncio.sleep(0.1)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    log("shielded 2", await asyncio.shield(asyncio.sleep(0, 1)))
    return "r2"


async def w3():
    log("w3 starts")
    try:
        async with asyncio.timeout_at(2) as cm1:
            log("got", await tasks["t0"])
            try:
                cm1.reschedule(asyncio.get_running_loop().time() + 0.2)
            except RuntimeError as error:
                log(error)
            done, pending = await asyncio.wait(
                [tasks["t1"]], timeout=0, return_when=asyncio.ALL_COMPLETED
            )
            log("waited", names(done), names(pending))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    log("slept 2")
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t4"], tasks["t2"]], timeout=0.3, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    context = copy_context()
    context.run(var.set, "context 3")
    log("context", context[var], var.get())
    task = asyncio.create_task(w1(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    return "r3"


async def w4():
    log("w4 starts")
    try:
        async with asyncio.timeout(None) as cm1:
            tasks["t1"].add_done_callback(note("t1 for w4"))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.6) as cm:
            await asyncio.sleep(0.1)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    try:
        log("shielded 2", await asyncio.shield(asyncio.sleep(1, 3)))
    except asyncio.CancelledError as error:
        log("caught 3", repr(error))
        raise
    try:
        log("in time", await asyncio.wait_for(tasks["t1"], 0.6))
    except TimeoutError:
        log("timeout")
    return "r4"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    start("t4", w4())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
