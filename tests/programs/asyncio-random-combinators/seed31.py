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
    log("cancel t4", tasks["t4"].cancel("by w0"))
    return "r0"


async def w1():
    log("w1 starts")
    log("cancel t1", tasks["t1"].cancel())
    done, pending = await asyncio.wait(
        [tasks["t2"], tasks["t0"], tasks["t3"]], timeout=0, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("shielded 1", await asyncio.shield(w0()))
    done, pending = await asyncio.wait(
        [tasks["t0"], tasks["t4"], tasks["t3"], tasks["t2"]], timeout=0.1, return_when=asyncio.FIRST_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r1"


async def w2():
    log("w2 starts")
    try:
        for each in asyncio.as_completed([asyncio.sleep(0, 0)]):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    await asyncio.sleep(0.1)
    log("slept 1")
    try:
        try:
            tasks["t3"].add_done_callback(note("t3 for w2"))
        finally:
            log("finally 2")
            try:
                async with asyncio.timeout(None) as cm:
                    await asyncio.sleep(1)
            except TimeoutError as error:
                log(repr(error), repr(error.__cause__), cm.expired())
    except ValueError as error:
        log("caught 3", repr(error))
    log("shielded 4", await asyncio.shield(tasks["t1"]))
    return "r2"


async def w3():
    log("w3 starts")
    log("shielded 1", await asyncio.shield(w1()))
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 2", var.get()))
    raise ValueError("from w3")


async def w4():
    log("w4 starts")
    asyncio.get_running_loop().call_later(0,
        lambda: log("called 1", var.get()))
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=0, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.1))
    except TimeoutError:
        log("timeout")
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, 3), return_exceptions=True))
    return "r4"


async def main():
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
