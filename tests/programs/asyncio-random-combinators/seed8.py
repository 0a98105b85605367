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
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=0.6, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    try:
        await asyncio.sleep(0)
        log("slept 1")
    except Exception as error:
        log("caught 2", repr(error))
        raise
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=0.3, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    return "r0"


async def w1():
    log("w1 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=0, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    inner = start("w1.1", w0())
    asyncio.get_running_loop().call_later(0.5,
        lambda: log("called 2", var.get()))
    log("inner", inner.done(), inner.cancelling())
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
