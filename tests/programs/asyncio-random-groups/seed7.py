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
        agen = steps("s0.1", [0.1], None)
        try:
            log("step", await agen.asend(None))
            log("step", await asyncio.wait_for(anext(agen), 0.1))
            log("step", await asyncio.create_task(anext(agen)))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    finally:
        log("finally 2")
        await asyncio.sleep(0.5)
        log("slept 3")
    inner = start("w0.4", asyncio.sleep(0))
    tasks["t2"].add_done_callback(note("t2 for w0"))
    log("inner", inner.done(), inner.cancelling())
    async with asyncio.TaskGroup() as tg5:
        tg5.create_task(asyncio.sleep(0))
        tasks["t2"].add_done_callback(note("t2 for w0"))
        async for n in steps("s0.6", [1, 0], ValueError("steps")):
            log("item", n)
        log("body of 5 ends", tg5, asyncio.current_task().cancelling())
    log("group 5 is left", asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    agen = steps("s1.1", [1, 0], StopAsyncIteration())
    try:
        log("step", await asyncio.create_task(anext(agen)))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    try:
        log("in time", await asyncio.wait_for(w0(), 0.2))
    except TimeoutError:
        log("timeout")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.3))
    except TimeoutError:
        log("timeout")
    return "r1"


async def w2():
    log("w2 starts")
    inner = start("w2.1", w0())
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
            log("slept 3")
    except TimeoutError as error:
        log("timeout 2", asyncio.current_task().cancelling())
    log("inner", inner.done(), inner.cancelling())
    log("gathered", await asyncio.gather(w0()))
    async for n in steps("s2.4", [0.3, 1, 0], None):
        log("item", n)
        if n == 1:
            raise ValueError("in the loop")
    async with asyncio.TaskGroup() as tg5:
        tg5.create_task(w1(), name="w2.g5")
        tg5.create_task(asyncio.sleep(0))
        try:
            async with asyncio.TaskGroup() as tg7:
                tg7.create_task(w0(), name="w2.g7")
                tg7.create_task(asyncio.sleep(0.5))
                log("body of 7 ends", tg7, asyncio.current_task().cancelling())
            log("group 7 is left", asyncio.current_task().cancelling())
        except* ValueError as group:
            log("star 6", show(group), show(group.__context__))
            log("got", await tasks["t1"])
        except* Exception as group:
            log("star 6", show(group), show(group.__context__))
            raise LookupError("star 6")
        tasks["t2"].add_done_callback(note("t2 for w2"))
        log("body of 5 ends", tg5, asyncio.current_task().cancelling())
    log("group 5 is left", asyncio.current_task().cancelling())
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
