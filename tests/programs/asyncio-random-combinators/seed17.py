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
    tasks["t1"].add_done_callback(note("t1 for w0"))
    done, pending = await asyncio.wait(
        [tasks["t3"]], timeout=0.1, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    await asyncio.sleep(0.2)
    log("slept 1")
    return "r0"


async def w1():
    log("w1 starts")
    asyncio.get_running_loop().call_later(1,
        lambda: log("called 1", var.get()))
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.1))
    except TimeoutError:
        log("timeout")
    done, pending = await asyncio.wait(
        [tasks["t2"]], timeout=0.3, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    log("shielded 2", await asyncio.shield(tasks["t0"]))
    return "r1"


async def w2():
    log("w2 starts")
    try:
        tasks["t0"].add_done_callback(note("t0 for w2"))
    finally:
        log("finally 1")
    log("gathered", await asyncio.gather(w0(), tasks["t0"], return_exceptions=True))
    try:
        async with asyncio.timeout(None) as cm2:
            done, pending = await asyncio.wait(
                [tasks["t1"], tasks["t3"], tasks["t0"]], timeout=0.6, return_when=asyncio.FIRST_EXCEPTION
            )
            log("waited", names(done), names(pending))
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
    log("cancel t2", tasks["t2"].cancel("by w2"))
    return "r2"


async def w3():
    log("w3 starts")
    await asyncio.sleep(0.2)
    log("slept 1")
    try:
        async with asyncio.timeout(0.2) as cm2:
            log("shielded 3", await asyncio.shield(asyncio.sleep(0.5, 0)))
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
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
