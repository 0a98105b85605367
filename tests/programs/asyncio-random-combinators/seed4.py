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
            await asyncio.sleep(1)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 1", var.get()))
    tasks["t0"].add_done_callback(note("t0 for w0"))
    try:
        inner = start("w0.2", asyncio.sleep(0.3))
        done, pending = await asyncio.wait(
            [tasks["t4"]], timeout=0.3, return_when=asyncio.ALL_COMPLETED
        )
        log("waited", names(done), names(pending))
        log("inner", inner.done(), inner.cancelling())
    except BaseException as error:
        log("caught 3", repr(error))
        raise
    return "r0"


async def w1():
    log("w1 starts")
    try:
        await asyncio.sleep(0)
        log("slept 1")
    except BaseException as error:
        log("caught 2", repr(error))
    try:
        async with asyncio.timeout(0) as cm3:
            done, pending = await asyncio.wait(
                [tasks["t0"], tasks["t4"], tasks["t2"], tasks["t3"]], timeout=0.2, return_when=asyncio.FIRST_EXCEPTION
            )
            log("waited", names(done), names(pending))
    except TimeoutError as error:
        log("timeout 3", cm3, asyncio.current_task().cancelling())
    try:
        async for each in asyncio.as_completed([asyncio.sleep(0, 0)], timeout=0.6):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    log("got", await tasks["t0"])
    return "r1"


async def w2():
    log("w2 starts")
    log("shielded 1", await asyncio.shield(w1()))
    raise ValueError("from w2")


async def w3():
    log("w3 starts")
    try:
        async with asyncio.timeout(0.3) as cm1:
            log("var", var.get()); token = var.set("w3.2")
            done, pending = await asyncio.wait(
                [tasks["t2"], tasks["t0"], tasks["t4"], tasks["t1"]], timeout=0.2, return_when=asyncio.FIRST_COMPLETED
            )
            log("waited", names(done), names(pending))
            reset(token)
            try:
                cm1.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            log("shielded 3", await asyncio.shield(w1()))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    inner = start("w3.4", w1())
    context = copy_context()
    context.run(var.set, "context 5")
    log("context", context[var], var.get())
    task = asyncio.create_task(w2(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    log("inner", inner.done(), inner.cancelling())
    asyncio.get_running_loop().call_later(1,
        lambda: log("called 6", var.get()))
    raise ValueError("from w3")


async def w4():
    log("w4 starts")
    try:
        log("cancel t1", tasks["t1"].cancel("by w4"))
    except BaseException as error:
        log("caught 1", repr(error))
        raise
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
