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
        async with asyncio.timeout(0.3):
            try:
                log("cancel t1", tasks["t1"].cancel("by w0"))
            except BaseException as error:
                log("caught 2", show(error), show(error.__context__))
                raise
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
    try:
        log("cancel t3", tasks["t3"].cancel())
    finally:
        log("finally 3")
        agen = steps("s0.4", [0, 0.3], ValueError("steps"))
        try:
            log("step", await agen.athrow(KeyError("thrown")))
            log("step", await anext(agen))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    async for n in steps("s0.5", [0], None):
        log("item", n)
    try:
        log("cancel t3", tasks["t3"].cancel("by w0"))
    except BaseException as error:
        log("caught 6", show(error), show(error.__context__))
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(tasks["t0"], 2))
            except TimeoutError:
                log("timeout")
        except asyncio.CancelledError as error:
            log("caught 1", show(error), show(error.__context__))
    except Exception as error:
        log("caught 2", show(error), show(error.__context__))
        raise
    return "r1"


async def w2():
    log("w2 starts")
    log("gathered", await asyncio.gather(w1(), tasks["t1"], tasks["t0"], return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w0(), name="w2.g2")
            tg2.create_task(asyncio.sleep(0))
            try:
                async for n in steps("s2.3", [1], None):
                    log("item", n)
                    if n == 0:
                        raise ValueError("in the loop")
            except BaseException as error:
                log("caught 4", show(error), show(error.__context__))
            try:
                raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
            except* (KeyError, OSError) as group:
                log("star 5", show(group), show(group.__context__))
                log("gathered", await asyncio.gather(w1()))
            except* Exception as group:
                log("star 5", show(group), show(group.__context__))
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        raise
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        raise LookupError("star 1")
    log("gathered", await asyncio.gather(w1(), asyncio.sleep(0, 0), asyncio.sleep(0.1, 0)))
    log("cancel t1", tasks["t1"].cancel("by w2"))
    raise ValueError("from w2")


async def w3():
    log("w3 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w3.g1")
        tg1.create_task(asyncio.sleep(0.5))
        async for n in steps("s3.2", [0, 0], ValueError("steps")):
            log("cancel t3", tasks["t3"].cancel("by w3"))
        log("got", await tasks["t1"])
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    await asyncio.sleep(0.1)
    log("slept 3")
    async with asyncio.TaskGroup() as tg4:
        tg4.create_task(w0(), name="w3.g4")
        tg4.create_task(asyncio.sleep(0.2))
        try:
            log("in time", await asyncio.wait_for(tasks["t1"], 0.3))
        except TimeoutError:
            log("timeout")
        log("cancel t0", tasks["t0"].cancel("by w3"))
        log("body of 4 ends", tg4, asyncio.current_task().cancelling())
    log("group 4 is left", asyncio.current_task().cancelling())
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
