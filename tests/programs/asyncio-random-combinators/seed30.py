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
    await asyncio.sleep(0)
    log("w0 starts")
    try:
        await asyncio.sleep(0)
        log("slept 1")
    finally:
        log("finally 2")
        await asyncio.sleep(1)
        log("slept 3")
    try:
        context = copy_context()
        context.run(var.set, "context 4")
        log("context", context[var], var.get())
    except ValueError as error:
        log("caught 5", repr(error))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.2))
    except TimeoutError:
        log("timeout")
    try:
        async with asyncio.timeout(0.2) as cm1:
            try:
                async with asyncio.timeout(None) as cm:
                    await asyncio.sleep(0)
            except TimeoutError as error:
                log(repr(error), repr(error.__cause__), cm.expired())
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        for each in asyncio.as_completed([w0()], timeout=0.6):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    inner = start("w1.2", w0())
    log("shielded 3", await asyncio.shield(w0()))
    log("inner", inner.done(), inner.cancelling())
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    task = asyncio.create_task(w0(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=0.6, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    return "r2"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
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
