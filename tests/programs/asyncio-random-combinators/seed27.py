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
        await asyncio.sleep(0)
        log("slept 1")
    except Exception as error:
        log("caught 2", repr(error))
        raise
    tasks["t2"].add_done_callback(note("t2 for w0"))
    done, pending = await asyncio.wait(
        [tasks["t4"], tasks["t3"]], timeout=0, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    raise ValueError("from w0")


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(w0(), 2))
    except TimeoutError:
        log("timeout")
    try:
        async with asyncio.timeout_at(0.6) as cm1:
            log("shielded 2", await asyncio.shield(w0()))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    log("var", var.get()); token = var.set("w2.1")
    log("gathered", await asyncio.gather(w1(), w0(), asyncio.sleep(0.2, 1)))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, 1), 0.1))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    await asyncio.sleep(0)
    log("w3 starts")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.3))
    except TimeoutError:
        log("timeout")
    await asyncio.sleep(0)
    log("slept 1")
    inner = start("w3.2", w0())
    log("shielded 3", await asyncio.shield(w0()))
    log("inner", inner.done(), inner.cancelling())
    return "r3"


async def w4():
    await asyncio.sleep(0)
    log("w4 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t3"]], timeout=0.2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    try:
        async with asyncio.timeout(0.6) as cm1:
            asyncio.get_running_loop().call_later(0.1,
                lambda: log("called 2", var.get()))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    return "r4"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
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
