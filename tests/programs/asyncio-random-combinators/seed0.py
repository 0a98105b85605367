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
        try:
            asyncio.get_running_loop().call_later(0.1,
                lambda: log("called 1", var.get()))
        except asyncio.CancelledError as error:
            log("caught 2", repr(error))
    finally:
        log("finally 3")
    try:
        async with asyncio.timeout(0.3) as cm4:
            await asyncio.sleep(0)
            log("slept 5")
            try:
                cm4.reschedule(None)
            except RuntimeError as error:
                log(error)
            await asyncio.sleep(0.1)
            log("slept 6")
    except TimeoutError as error:
        log("timeout 4", cm4, asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 7", var.get()))
    return "r0"


async def w1():
    log("w1 starts")
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    task = asyncio.create_task(w0(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    return "r1"


async def w2():
    log("w2 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, 1), return_exceptions=True))
    log("gathered", await asyncio.gather(w1(), return_exceptions=True))
    log("shielded 1", await asyncio.shield(tasks["t0"]))
    try:
        async with asyncio.timeout(0) as cm:
            await asyncio.sleep(0)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
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
