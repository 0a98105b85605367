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
            async with asyncio.timeout_at(2) as cm1:
                await asyncio.sleep(0)
                log("slept 2")
        except TimeoutError as error:
            log("timeout 1", cm1, asyncio.current_task().cancelling())
    except ValueError as error:
        log("caught 3", repr(error))
        raise
    done, pending = await asyncio.wait(
        [tasks["t1"], tasks["t2"]], timeout=0.6, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r0"


async def w1():
    log("w1 starts")
    tasks["t1"].add_done_callback(note("t1 for w1"))
    log("shielded 1", await asyncio.shield(w0()))
    try:
        async with asyncio.timeout(0) as cm:
            await asyncio.sleep(0.2)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    return "r1"


async def w2():
    log("w2 starts")
    log("shielded 1", await asyncio.shield(tasks["t0"]))
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t1"]], timeout=2, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    try:
        log("shielded 2", await asyncio.shield(tasks["t0"]))
    finally:
        log("finally 3")
    raise ValueError("from w2")


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
