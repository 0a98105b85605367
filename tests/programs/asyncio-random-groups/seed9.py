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
    log("cancel t1", tasks["t1"].cancel())
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(asyncio.sleep(0))
        async for n in steps("s0.2", [0.1, 0.2], StopAsyncIteration()):
            log("item", n)
        try:
            async with asyncio.TaskGroup() as tg4:
                tg4.create_task(asyncio.sleep(0))
                async for n in steps("s0.5", [0.3, 0, 0.2], None):
                    log("item", n)
                await asyncio.sleep(0)
                log("slept 6")
                log("body of 4 ends", tg4, asyncio.current_task().cancelling())
            log("group 4 is left", asyncio.current_task().cancelling())
        except* (KeyError, OSError) as group:
            log("star 3", show(group), show(group.__context__))
            raise
        except* ValueError as group:
            log("star 3", show(group), show(group.__context__))
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg8:
            tg8.create_task(asyncio.sleep(1))
            await asyncio.sleep(0.5)
            log("slept 9")
            log("body of 8 ends", tg8, asyncio.current_task().cancelling())
        log("group 8 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 7", show(group), show(group.__context__))
        log("cancel t3", tasks["t3"].cancel("by w0"))
    except* (KeyError, OSError) as group:
        log("star 7", show(group), show(group.__context__))
        raise LookupError("star 7")
    return "r0"


async def w1():
    log("w1 starts")
    agen = steps("s1.1", [0.1, 0.3], ValueError("steps"))
    try:
        log("step", await anext(agen))
        log("step", await asyncio.wait_for(anext(agen), 0.1))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    return "r1"


async def w2():
    log("w2 starts")
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w0(), name="w2.g2")
            try:
                async with asyncio.TaskGroup() as tg4:
                    tg4.create_task(w0(), name="w2.g4")
                    tg4.create_task(asyncio.sleep(0.2))
                    log("body of 4 ends", tg4, asyncio.current_task().cancelling())
                log("group 4 is left", asyncio.current_task().cancelling())
            except* (KeyError, OSError) as group:
                log("star 3", show(group), show(group.__context__))
            except* Exception as group:
                log("star 3", show(group), show(group.__context__))
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        log("gathered", await asyncio.gather(w1(), asyncio.sleep(0.1, 0), asyncio.sleep(0.5, 0)))
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
        log("cancel t2", tasks["t2"].cancel())
    async for n in steps("s2.5", [0.5, 0.5, 0.1], None):
        log("item", n)
        if n == 1:
            break
    log("gathered", await asyncio.gather(asyncio.sleep(0, 1)))
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await tasks["t0"])
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        try:
            log("in time", await asyncio.wait_for(tasks["t2"], 0.3))
        except TimeoutError:
            log("timeout")
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError as group:
        log("star 2", show(group), show(group.__context__))
        raise
    except* Exception as group:
        log("star 2", show(group), show(group.__context__))
        raise
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
