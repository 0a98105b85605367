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
        await asyncio.sleep(0.2)
        log("slept 1")
    finally:
        log("finally 2")
    done, pending = await asyncio.wait(
        [tasks["t4"], tasks["t1"], tasks["t2"], tasks["t3"]], timeout=0.1, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 3", var.get()))
    return "r0"


async def w1():
    log("w1 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t2"], tasks["t3"]], timeout=0, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    await asyncio.sleep(0)
    log("slept 1")
    log("cancel t0", tasks["t0"].cancel())
    context = copy_context()
    context.run(var.set, "context 2")
    log("context", context[var], var.get())
    task = asyncio.create_task(w0(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    try:
        try:
            log("in time", await asyncio.wait_for(tasks["t1"], 0.6))
        except TimeoutError:
            log("timeout")
    except BaseException as error:
        log("caught 1", repr(error))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.1))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    try:
        await asyncio.sleep(0.5)
        log("slept 1")
    finally:
        log("finally 2")
    inner = start("w3.3", w0())
    tasks["t3"].add_done_callback(note("t3 for w3"))
    log("inner", inner.done(), inner.cancelling())
    return "r3"


async def w4():
    log("w4 starts")
    try:
        done, pending = await asyncio.wait(
            [tasks["t0"], tasks["t3"], tasks["t1"], tasks["t2"]], timeout=0.3, return_when=asyncio.FIRST_EXCEPTION
        )
        log("waited", names(done), names(pending))
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
    try:
        for each in asyncio.as_completed([asyncio.sleep(0.5, 2)], timeout=0.2):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    try:
        async for each in asyncio.as_completed([tasks["t2"]], timeout=0.6):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t1"], tasks["t3"]], timeout=0.3, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    raise ValueError("from w4")


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
