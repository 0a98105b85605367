import asyncio

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


async def steps(name, delays, error):
    try:
        for n, delay in enumerate(delays):
            await asyncio.sleep(delay)
            log(name, "yields", n)
            got = yield n
            if got is not None:
                log(name, "got", got)
        if error is not None:
            raise error
    except (asyncio.CancelledError, GeneratorExit) as ended:
        log(name, "ends by", type(ended).__name__)
        raise
    finally:
        log(name, "is left")


def show(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({', '.join(show(inner) for inner in error.exceptions)})"
    return repr(error)


async def w0():
    log("w0 starts")
    async for n in steps("s0.1", [0.3, 0.5], ValueError("steps")):
        async for n in steps("s0.2", [0, 0, 0], None):
            log("item", n)
            if n == 1:
                break
    log("cancel t2", tasks["t2"].cancel("by w0"))
    inner = start("w0.3", asyncio.sleep(1))
    agen = steps("s0.4", [0], ValueError("steps"))
    try:
        log("step", await agen.athrow(KeyError("thrown")))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    log("inner", inner.done(), inner.cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, 0), tasks["t0"], return_exceptions=True))
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w1.g1")
        inner = start("w1.2", w0())
        async for n in steps("s1.3", [1, 0.5, 0], ValueError("steps")):
            log("item", n)
        log("inner", inner.done(), inner.cancelling())
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, 0), 2))
    except TimeoutError:
        log("timeout")
    agen = steps("s1.4", [0], None)
    try:
        log("step", await asyncio.create_task(anext(agen)))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    return "r1"


async def w2():
    log("w2 starts")
    try:
        async for n in steps("s2.1", [0, 0, 0], None):
            log("item", n)
            if n == 0:
                raise ValueError("in the loop")
    except Exception as error:
        log("caught 2", show(error), show(error.__context__))
    async with asyncio.TaskGroup() as tg3:
        tg3.create_task(w1(), name="w2.g3")
        tg3.create_task(asyncio.sleep(0))
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(w0(), name="w2.g4")
            log("body of 4 ends", tg4, asyncio.current_task().cancelling())
        log("group 4 is left", asyncio.current_task().cancelling())
        tasks["t2"].add_done_callback(note("t2 for w2"))
        log("body of 3 ends", tg3, asyncio.current_task().cancelling())
    log("group 3 is left", asyncio.current_task().cancelling())
    raise ValueError("from w2")


async def w3():
    log("w3 starts")
    inner = start("w3.1", w1())
    try:
        log("in time", await asyncio.wait_for(w2(), 0.3))
    except TimeoutError:
        log("timeout")
    log("inner", inner.done(), inner.cancelling())
    inner = start("w3.2", w2())
    await asyncio.sleep(0)
    log("slept 3")
    log("inner", inner.done(), inner.cancelling())
    async for n in steps("s3.4", [1, 0.1], None):
        log("item", n)
        if n == 0:
            break
    raise ValueError("from w3")


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else show(task.exception()) if task.exception() else repr( task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
