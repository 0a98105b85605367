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
        async with asyncio.timeout_at(0.6) as cm:
            await asyncio.sleep(0.3)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, 0), tasks["t0"], w0(), return_exceptions=True))
    log("shielded 1", await asyncio.shield(w0()))
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    log("var", var.get()); token = var.set("w2.1")
    await asyncio.sleep(0.1)
    log("slept 2")
    reset(token)
    log("cancel t0", tasks["t0"].cancel())
    log("got", await tasks["t1"])
    log("got", await tasks["t1"])
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
