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
        async with asyncio.timeout(0.1) as cm1:
            try:
                asyncio.get_running_loop().call_later(0.5,
                    lambda: log("called 2", var.get()))
            except Exception as error:
                log("caught 3", repr(error))
                raise
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        async with asyncio.timeout_at(0.1) as cm1:
            await asyncio.sleep(0.3)
            log("slept 2")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    log("var", var.get()); token = var.set("w1.3")
    tasks["t4"].add_done_callback(note("t4 for w1"))
    await asyncio.sleep(0.3)
    log("slept 4")
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(1)
    log("slept 1")
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await tasks["t0"])
    return "r3"


async def w4():
    log("w4 starts")
    log("shielded 1", await asyncio.shield(tasks["t3"]))
    context = copy_context()
    context.run(var.set, "context 2")
    log("context", context[var], var.get())
    task = asyncio.create_task(w2(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    try:
        context = copy_context()
        context.run(var.set, "context 3")
        log("context", context[var], var.get())
        task = asyncio.create_task(w0(), name="in context", context=context)
        try:
            log("got", await asyncio.wait_for(task, 0.6))
        except TimeoutError:
            log("context after timeout", context[var])
    except ValueError as error:
        log("caught 4", repr(error))
    log("var", var.get()); token = var.set("w4.5")
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
