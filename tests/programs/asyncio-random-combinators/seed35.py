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
    log("var", var.get()); token = var.set("w0.1")
    log("cancel t0", tasks["t0"].cancel("by w0"))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        async with asyncio.timeout(0) as cm1:
            done, pending = await asyncio.wait(
                [tasks["t4"]], timeout=2, return_when=asyncio.FIRST_COMPLETED
            )
            log("waited", names(done), names(pending))
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        log("in time", await asyncio.wait_for(w0(), 2))
    except TimeoutError:
        log("timeout")
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    try:
        for each in asyncio.as_completed([w0()], timeout=0.2):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    log("got", await tasks["t1"])
    return "r2"


async def w3():
    await asyncio.sleep(0)
    log("w3 starts")
    try:
        try:
            log("in time", await asyncio.wait_for(w1(), 0.1))
        except TimeoutError:
            log("timeout")
    except BaseException as error:
        log("caught 1", repr(error))
        raise
    log("var", var.get()); token = var.set("w3.2")
    try:
        for each in asyncio.as_completed([w1()], timeout=0.6):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    reset(token)
    try:
        async with asyncio.timeout(0.3) as cm:
            await asyncio.sleep(0.5)
    except TimeoutError as error:
        log(repr(error), repr(error.__cause__), cm.expired())
    done, pending = await asyncio.wait(
        [tasks["t1"], tasks["t4"], tasks["t2"], tasks["t0"]], timeout=0.2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r3"


async def w4():
    await asyncio.sleep(0)
    log("w4 starts")
    try:
        async with asyncio.timeout(0.3) as cm1:
            tasks["t3"].add_done_callback(note("t3 for w4"))
            try:
                cm1.reschedule(asyncio.get_running_loop().time() + 0.2)
            except RuntimeError as error:
                log(error)
            log("cancel t4", tasks["t4"].cancel())
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    tasks["t0"].add_done_callback(note("t0 for w4"))
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
