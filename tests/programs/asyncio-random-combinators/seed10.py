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
    asyncio.get_running_loop().call_later(0.2,
        lambda: log("called 1", var.get()))
    await asyncio.sleep(0.3)
    log("slept 2")
    tasks["t1"].add_done_callback(note("t1 for w0"))
    try:
        await asyncio.sleep(0.2)
        log("slept 3")
    except asyncio.CancelledError as error:
        log("caught 4", repr(error))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=0, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    try:
        async with asyncio.timeout(0.2) as cm1:
            try:
                await asyncio.sleep(1)
                log("slept 2")
            except ValueError as error:
                log("caught 3", repr(error))
                await asyncio.sleep(0.3)
                log("slept 4")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    log("var", var.get()); token = var.set("w1.5")
    try:
        async for each in asyncio.as_completed([w0()], timeout=0.6):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    reset(token)
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
