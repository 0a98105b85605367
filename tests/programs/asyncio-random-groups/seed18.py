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
    inner = start("w0.1", asyncio.sleep(0))
    async with asyncio.TaskGroup() as tg2:
        tg2.create_task(asyncio.sleep(0.2))
        agen = steps("s0.3", [0.1], None)
        try:
            log("step", await asyncio.create_task(anext(agen)))
            log("step", await agen.asend(None))
            log("step", await agen.athrow(KeyError("thrown")))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
        log("body of 2 ends", tg2, asyncio.current_task().cancelling())
    log("group 2 is left", asyncio.current_task().cancelling())
    log("inner", inner.done(), inner.cancelling())
    async with asyncio.TaskGroup() as tg4:
        tg4.create_task(asyncio.sleep(0))
        try:
            await asyncio.sleep(0.5)
            log("slept 5")
        finally:
            log("finally 6")
        tasks["t1"].add_done_callback(note("t1 for w0"))
        log("body of 4 ends", tg4, asyncio.current_task().cancelling())
    log("group 4 is left", asyncio.current_task().cancelling())
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    agen = steps("s1.1", [1, 0.3, 0], StopAsyncIteration())
    try:
        log("step", await agen.aclose())
        log("step", await anext(agen, "end"))
        log("step", await agen.athrow(KeyError("thrown")))
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
            tg2.create_task(asyncio.sleep(0.2))
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        raise
    agen = steps("s2.3", [0, 0], ValueError("steps"))
    try:
        log("step", await anext(agen, "end"))
        log("step", await asyncio.create_task(anext(agen)))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    log("cancel t0", tasks["t0"].cancel())
    log("gathered", await asyncio.gather(w0(), tasks["t0"], tasks["t1"], return_exceptions=True))
    return "r2"


async def w3():
    log("w3 starts")
    inner = start("w3.1", w1())
    tasks["t0"].add_done_callback(note("t0 for w3"))
    log("inner", inner.done(), inner.cancelling())
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
