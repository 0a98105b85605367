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
    agen = steps("s0.1", [0.5, 0.1, 0.3], ValueError("steps"))
    try:
        log("step", await anext(agen))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    tasks["t2"].add_done_callback(note("t2 for w0"))
    async for n in steps("s0.2", [0, 0, 0.1], None):
        agen = steps("s0.3", [0.1, 0.1, 0], ValueError("steps"))
        try:
            log("step", await asyncio.wait_for(anext(agen), 0.1))
            log("step", await anext(agen))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    return "r0"


async def w1():
    log("w1 starts")
    await asyncio.sleep(0.1)
    log("slept 1")
    log("got", await tasks["t0"])
    log("gathered", await asyncio.gather(tasks["t0"], w0(), tasks["t0"], return_exceptions=True))
    return "r1"


async def w2():
    log("w2 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w2.g1")
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    log("got", await tasks["t1"])
    async for n in steps("s2.2", [1, 0.2], None):
        agen = steps("s2.3", [0.3, 0.2, 0.1], None)
        try:
            log("step", await anext(agen))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* Exception as group:
        log("star 4", show(group), show(group.__context__))
        try:
            log("in time", await asyncio.wait_for(w1(), 2))
        except TimeoutError:
            log("timeout")
    except* ValueError as group:
        log("star 4", show(group), show(group.__context__))
        raise
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
