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
    async for n in steps("s0.1", [0.3, 0.3, 0.1], None):
        log("item", n)
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(0.2)
            log("slept 3")
    except TimeoutError as error:
        log("timeout 2", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(asyncio.sleep(0.5))
            tasks["t2"].add_done_callback(note("t2 for w0"))
            tasks["t2"].add_done_callback(note("t2 for w0"))
            log("body of 4 ends", tg4, asyncio.current_task().cancelling())
        log("group 4 is left", asyncio.current_task().cancelling())
    finally:
        log("finally 5")
    return "r0"


async def w1():
    log("w1 starts")
    await asyncio.sleep(0.3)
    log("slept 1")
    async for n in steps("s1.2", [0.1, 0, 0], None):
        log("item", n)
    log("got", await tasks["t0"])
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(w0(), name="w1.g4")
            log("body of 4 ends", tg4, asyncio.current_task().cancelling())
        log("group 4 is left", asyncio.current_task().cancelling())
    except* Exception as group:
        log("star 3", show(group), show(group.__context__))
        agen = steps("s1.5", [0.5, 0.3], ValueError("steps"))
        try:
            log("step", await anext(agen, "end"))
            log("step", await anext(agen))
            log("step", await asyncio.create_task(anext(agen)))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    except* ValueError as group:
        log("star 3", show(group), show(group.__context__))
        log("cancel t2", tasks["t2"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    agen = steps("s2.1", [1], StopAsyncIteration())
    try:
        log("step", await agen.aclose())
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    async for n in steps("s2.2", [0.1, 0, 0], None):
        log("item", n)
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
