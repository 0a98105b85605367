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
    tasks["t0"].add_done_callback(note("t0 for w0"))
    try:
        async with asyncio.TaskGroup() as tg1:
            tg1.create_task(asyncio.sleep(0.2))
            agen = steps("s0.2", [0, 0, 0.2], StopAsyncIteration())
            try:
                log("step", await asyncio.create_task(anext(agen)))
                log("step", await asyncio.wait_for(anext(agen), 0.1))
                log("step", await agen.athrow(KeyError("thrown")))
            except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                log("step failed", repr(error))
            finally:
                await agen.aclose()
            log("body of 1 ends", tg1, asyncio.current_task().cancelling())
        log("group 1 is left", asyncio.current_task().cancelling())
    finally:
        log("finally 3")
    log("cancel t1", tasks["t1"].cancel())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, 0), 0.1))
    except TimeoutError:
        log("timeout")
    try:
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(w0(), name="w1.g2")
                tg2.create_task(asyncio.sleep(0))
                log("gathered", await asyncio.gather(tasks["t0"], return_exceptions=True))
                await asyncio.sleep(1)
                log("slept 3")
                log("body of 2 ends", tg2, asyncio.current_task().cancelling())
            log("group 2 is left", asyncio.current_task().cancelling())
        except* (KeyError, OSError) as group:
            log("star 1", show(group), show(group.__context__))
            raise
        except* Exception as group:
            log("star 1", show(group), show(group.__context__))
            raise LookupError("star 1")
    except asyncio.CancelledError as error:
        log("caught 4", show(error), show(error.__context__))
    log("gathered", await asyncio.gather(asyncio.sleep(0, 0)))
    agen = steps("s1.5", [0.1], None)
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
        agen = steps("s2.1", [0.1], StopAsyncIteration())
        try:
            log("step", await agen.asend(None))
            log("step", await agen.athrow(KeyError("thrown")))
            log("step", await agen.aclose())
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    finally:
        log("finally 2")
        agen = steps("s2.3", [0, 1, 0], None)
        try:
            log("step", await asyncio.create_task(anext(agen)))
            log("step", await asyncio.create_task(anext(agen)))
            log("step", await agen.asend(None))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    agen = steps("s2.4", [0.5, 0.1], None)
    try:
        log("step", await anext(agen, "end"))
        log("step", await agen.athrow(KeyError("thrown")))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, 0), asyncio.sleep(0.1, 0), return_exceptions=True))
    return "r2"


async def w3():
    log("w3 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w1(), name="w3.g1")
        try:
            async with asyncio.timeout(0.2):
                async for n in steps("s3.3", [0, 0.1, 0.2], ValueError("steps")):
                    log("item", n)
                    if n == 0:
                        raise ValueError("in the loop")
        except TimeoutError as error:
            log("timeout 2", asyncio.current_task().cancelling())
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg4:
        tg4.create_task(w1(), name="w3.g4")
        log("body of 4 ends", tg4, asyncio.current_task().cancelling())
    log("group 4 is left", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg5:
        tg5.create_task(w0(), name="w3.g5")
        log("cancel t0", tasks["t0"].cancel())
        async for n in steps("s3.6", [0.3], None):
            log("item", n)
        log("body of 5 ends", tg5, asyncio.current_task().cancelling())
    log("group 5 is left", asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        log("slept 7")
    except Exception as error:
        log("caught 8", show(error), show(error.__context__))
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
