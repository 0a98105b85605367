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
    await asyncio.sleep(0)
    log("slept 1")
    return "r0"


async def w1():
    log("w1 starts")
    tasks["t1"].add_done_callback(note("t1 for w1"))
    try:
        async with asyncio.timeout(0.6) as cm1:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 0), 0.1))
            except TimeoutError:
                log("timeout")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.1) as cm2:
            try:
                log("shielded 3", await asyncio.shield(asyncio.sleep(0.3, 0)))
            except Exception as error:
                log("caught 4", repr(error))
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
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
