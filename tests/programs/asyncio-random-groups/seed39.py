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
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(asyncio.sleep(0.3))
            inner = start("w0.3", asyncio.sleep(0.5))
            await asyncio.sleep(0.2)
            log("slept 4")
            log("inner", inner.done(), inner.cancelling())
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError as group:
        log("star 5", show(group), show(group.__context__))
        log("cancel t2", tasks["t2"].cancel())
    except* Exception as group:
        log("star 5", show(group), show(group.__context__))
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(asyncio.sleep(0.1))
            async with asyncio.TaskGroup() as tg8:
                tg8.create_task(asyncio.sleep(0.2))
                log("body of 8 ends", tg8, asyncio.current_task().cancelling())
            log("group 8 is left", asyncio.current_task().cancelling())
            async with asyncio.TaskGroup() as tg9:
                tg9.create_task(asyncio.sleep(0.2))
                log("cancel t0", tasks["t0"].cancel())
                tasks["t2"].add_done_callback(note("t2 for w0"))
                log("body of 9 ends", tg9, asyncio.current_task().cancelling())
            log("group 9 is left", asyncio.current_task().cancelling())
            log("body of 7 ends", tg7, asyncio.current_task().cancelling())
        log("group 7 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 6", show(group), show(group.__context__))
        raise
    except* ValueError as group:
        log("star 6", show(group), show(group.__context__))
        log("cancel t1", tasks["t1"].cancel())
    await asyncio.sleep(0.5)
    log("slept 10")
    return "r0"


async def w1():
    log("w1 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w1.g1")
        tg1.create_task(asyncio.sleep(0.2))
        try:
            raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
        except* (KeyError, OSError) as group:
            log("star 2", show(group), show(group.__context__))
        except* ValueError as group:
            log("star 2", show(group), show(group.__context__))
        try:
            raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
        except* Exception as group:
            log("star 3", show(group), show(group.__context__))
        except* ValueError as group:
            log("star 3", show(group), show(group.__context__))
            raise LookupError("star 3")
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    agen = steps("s1.4", [0, 0, 0.3], None)
    try:
        log("step", await asyncio.wait_for(anext(agen), 0.1))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    try:
        try:
            async with asyncio.timeout(2):
                tasks["t0"].add_done_callback(note("t0 for w1"))
        except TimeoutError as error:
            log("timeout 5", asyncio.current_task().cancelling())
    finally:
        log("finally 6")
        await asyncio.sleep(1)
        log("slept 7")
    try:
        await asyncio.sleep(0)
        log("slept 8")
    except Exception as error:
        log("caught 9", show(error), show(error.__context__))
    return "r1"


async def w2():
    log("w2 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w1(), name="w2.g1")
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    raise ValueError("from w2")


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else show(task.exception()) if task.exception() else repr( task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
