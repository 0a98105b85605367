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
    await asyncio.sleep(0.2)
    log("slept 2")
    reset(token)
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.2))
    except TimeoutError:
        log("timeout")
    return "r1"


async def w2():
    log("w2 starts")
    log("shielded 1", await asyncio.shield(tasks["t0"]))
    log("gathered", await asyncio.gather(tasks["t1"], asyncio.sleep(0, 0), tasks["t0"]))
    return "r2"


async def w3():
    log("w3 starts")
    log("gathered", await asyncio.gather(w2(), asyncio.sleep(0.5, 1)))
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=0.6, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    context = copy_context()
    context.run(var.set, "context 1")
    log("context", context[var], var.get())
    task = asyncio.create_task(w1(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
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
