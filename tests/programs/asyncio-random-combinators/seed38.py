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
    return "r0"


async def w1():
    log("w1 starts")
    log("var", var.get()); token = var.set("w1.1")
    log("var", var.get()); token = var.set("w1.2")
    reset(token)
    return "r1"


async def w2():
    log("w2 starts")
    try:
        for each in asyncio.as_completed([asyncio.sleep(0.5, 1)], timeout=0.6):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    task = asyncio.create_task(w1(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    try:
        async with asyncio.timeout_at(2) as cm:
            await asyncio.sleep(0.1)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    log("cancel t2", tasks["t2"].cancel("by w2"))
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
