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
        await asyncio.sleep(0.1)
        log("slept 1")
    finally:
        log("finally 2")
    try:
        async with asyncio.timeout(None) as cm:
            await asyncio.sleep(0)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    return "r0"


async def w1():
    log("w1 starts")
    log("shielded 1", await asyncio.shield(tasks["t0"]))
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.1))
    except TimeoutError:
        log("timeout")
    await asyncio.sleep(0.2)
    log("slept 2")
    asyncio.get_running_loop().call_later(0.2,
        lambda: log("called 3", var.get()))
    return "r1"


async def main():
    start("t0", w0())
    start("t1", w1())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
