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
    await asyncio.sleep(0.3)
    log("slept 1")
    async for n in steps("s0.2", [0.2], None):
        log("item", n)
    return "r0"


async def w1():
    log("w1 starts")
    try:
        try:
            log("got", await tasks["t0"])
        finally:
            log("finally 1")
            tasks["t1"].add_done_callback(note("t1 for w1"))
    finally:
        log("finally 2")
        await asyncio.sleep(0.1)
        log("slept 3")
    return "r1"


async def w2():
    log("w2 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0, 1), return_exceptions=True))
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
        agen = steps("s2.2", [0.3], None)
        try:
            log("step", await agen.asend(None))
            log("step", await asyncio.wait_for(anext(agen), 0.1))
            log("step", await agen.asend(None))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
    log("cancel t0", tasks["t0"].cancel())
    return "r2"


async def w3():
    log("w3 starts")
    log("cancel t1", tasks["t1"].cancel("by w3"))
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w1(), name="w3.g2")
            tg2.create_task(asyncio.sleep(0))
            async with asyncio.TaskGroup() as tg3:
                tg3.create_task(w2(), name="w3.g3")
                tg3.create_task(asyncio.sleep(1))
                log("body of 3 ends", tg3, asyncio.current_task().cancelling())
            log("group 3 is left", asyncio.current_task().cancelling())
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, 1), 0))
            except TimeoutError:
                log("timeout")
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        log("cancel t1", tasks["t1"].cancel("by w3"))
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
        tasks["t3"].add_done_callback(note("t3 for w3"))
    try:
        async with asyncio.timeout(0):
            inner = start("w3.5", w1())
            agen = steps("s3.6", [0, 0], None)
            try:
                log("step", await anext(agen, "end"))
            except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                log("step failed", repr(error))
            finally:
                await agen.aclose()
            log("inner", inner.done(), inner.cancelling())
    except TimeoutError as error:
        log("timeout 4", asyncio.current_task().cancelling())
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
        outcome = "cancelled" if task.cancelled() else show(task.exception()) if task.exception() else repr( task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
