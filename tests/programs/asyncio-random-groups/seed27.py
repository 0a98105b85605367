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
    async for n in steps("s0.1", [0.5, 0, 0.3], ValueError("steps")):
        log("item", n)
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(asyncio.sleep(0.1))
            try:
                log("cancel t2", tasks["t2"].cancel("by w0"))
            except BaseException as error:
                log("caught 4", show(error), show(error.__context__))
            log("body of 3 ends", tg3, asyncio.current_task().cancelling())
        log("group 3 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 2", show(group), show(group.__context__))
        raise LookupError("star 2")
    except* (KeyError, OSError) as group:
        log("star 2", show(group), show(group.__context__))
        raise
    return "r0"


async def w1():
    log("w1 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w1.g1")
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w0(), name="w1.g2")
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.1))
            except TimeoutError:
                log("timeout")
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
        async for n in steps("s1.3", [0.2, 0.3], StopAsyncIteration()):
            log("item", n)
            if n == 1:
                raise ValueError("in the loop")
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    tasks["t1"].add_done_callback(note("t1 for w1"))
    try:
        try:
            async with asyncio.timeout(0.6):
                log("gathered", await asyncio.gather(asyncio.sleep(0.3, 0), asyncio.sleep(0, 0), asyncio.sleep(0.5, 0)))
        except TimeoutError as error:
            log("timeout 4", asyncio.current_task().cancelling())
    finally:
        log("finally 5")
        log("cancel t2", tasks["t2"].cancel("by w1"))
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0.2)
    log("slept 1")
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* Exception as group:
        log("star 2", show(group), show(group.__context__))
    except* (KeyError, OSError) as group:
        log("star 2", show(group), show(group.__context__))
    async for n in steps("s2.3", [0.1], None):
        agen = steps("s2.4", [0.1, 0, 0], None)
        try:
            log("step", await agen.aclose())
            log("step", await anext(agen, "end"))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    log("got", await tasks["t1"])
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await tasks["t0"])
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        raise
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
    log("cancel t0", tasks["t0"].cancel("by w3"))
    try:
        async for n in steps("s3.2", [0.2], StopAsyncIteration()):
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 0), 0.2))
            except TimeoutError:
                log("timeout")
    finally:
        log("finally 3")
        async for n in steps("s3.4", [1, 0.1], None):
            log("item", n)
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
