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
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(asyncio.sleep(0.1))
        await asyncio.sleep(0.1)
        log("slept 2")
        log("cancel t0", tasks["t0"].cancel("by w0"))
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    log("cancel t1", tasks["t1"].cancel("by w0"))
    await asyncio.sleep(1)
    log("slept 3")
    return "r0"


async def w1():
    log("w1 starts")
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w0(), name="w1.g2")
            async for n in steps("s1.3", [0.3, 0, 0], None):
                agen = steps("s1.4", [0.3, 0.1, 0.1], None)
                try:
                    log("step", await anext(agen))
                except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                    log("step failed", repr(error))
                finally:
                    await agen.aclose()
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        async for n in steps("s1.5", [0, 0.1], None):
            log("item", n)
            if n == 1:
                break
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        raise
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(w0(), name="w1.g7")
            tg7.create_task(asyncio.sleep(0.1))
            log("cancel t0", tasks["t0"].cancel())
            try:
                async with asyncio.TaskGroup() as tg9:
                    tg9.create_task(w0(), name="w1.g9")
                    tg9.create_task(asyncio.sleep(0.5))
                    agen = steps("s1.10", [1, 0], None)
                    try:
                        log("step", await anext(agen))
                        log("step", await agen.aclose())
                    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                        log("step failed", repr(error))
                    finally:
                        await agen.aclose()
                    log("body of 9 ends", tg9, asyncio.current_task().cancelling())
                log("group 9 is left", asyncio.current_task().cancelling())
            except* Exception as group:
                log("star 8", show(group), show(group.__context__))
            except* ValueError as group:
                log("star 8", show(group), show(group.__context__))
                raise LookupError("star 8")
            log("body of 7 ends", tg7, asyncio.current_task().cancelling())
        log("group 7 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 6", show(group), show(group.__context__))
    except* (KeyError, OSError) as group:
        log("star 6", show(group), show(group.__context__))
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(1, 0), 0.2))
        except TimeoutError:
            log("timeout")
    log("cancel t1", tasks["t1"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(w0(), name="w2.g2")
            async for n in steps("s2.3", [0.2], ValueError("steps")):
                log("item", n)
            try:
                async with asyncio.timeout(0.1):
                    agen = steps("s2.5", [0.3], None)
                    try:
                        log("step", await agen.athrow(KeyError("thrown")))
                        log("step", await anext(agen))
                        log("step", await anext(agen, "end"))
                    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                        log("step failed", repr(error))
                    finally:
                        await agen.aclose()
            except TimeoutError as error:
                log("timeout 4", asyncio.current_task().cancelling())
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        raise
    try:
        inner = start("w2.6", w1())
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 2))
        except TimeoutError:
            log("timeout")
        log("inner", inner.done(), inner.cancelling())
    finally:
        log("finally 7")
        agen = steps("s2.8", [0], ValueError("steps"))
        try:
            log("step", await agen.asend(None))
            log("step", await agen.asend(None))
            log("step", await agen.aclose())
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    async with asyncio.TaskGroup() as tg9:
        tg9.create_task(w0(), name="w2.g9")
        tg9.create_task(asyncio.sleep(0))
        log("body of 9 ends", tg9, asyncio.current_task().cancelling())
    log("group 9 is left", asyncio.current_task().cancelling())
    agen = steps("s2.10", [0.3, 0], ValueError("steps"))
    try:
        log("step", await asyncio.wait_for(anext(agen), 0.1))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    return "r2"


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
