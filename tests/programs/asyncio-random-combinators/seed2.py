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
        try:
            async with asyncio.timeout_at(0.1) as cm:
                await asyncio.sleep(0)
        except TimeoutError as error:
            log(repr(error), repr(error.__cause__), cm.expired())
    except Exception as error:
        log("caught 1", repr(error))
    try:
        done, pending = await asyncio.wait(
            [tasks["t1"]], timeout=0.1, return_when=asyncio.FIRST_EXCEPTION
        )
        log("waited", names(done), names(pending))
    finally:
        log("finally 2")
    try:
        asyncio.get_running_loop().call_later(0.1,
            lambda: log("called 3", var.get()))
    except BaseException as error:
        log("caught 4", repr(error))
        raise
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.3))
    except TimeoutError:
        log("timeout")
    log("gathered", await asyncio.gather(tasks["t0"], return_exceptions=True))
    return "r1"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
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
