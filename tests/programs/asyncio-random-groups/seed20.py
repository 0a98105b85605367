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
        try:
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(asyncio.sleep(0.1))
                log("body of 2 ends", tg2, asyncio.current_task().cancelling())
            log("group 2 is left", asyncio.current_task().cancelling())
        except* (KeyError, OSError) as group:
            log("star 1", show(group), show(group.__context__))
            tasks["t2"].add_done_callback(note("t2 for w0"))
        except* Exception as group:
            log("star 1", show(group), show(group.__context__))
            raise
    except Exception as error:
        log("caught 3", show(error), show(error.__context__))
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    log("cancel t1", tasks["t1"].cancel("by w1"))
    inner = start("w1.1", w0())
    tasks["t1"].add_done_callback(note("t1 for w1"))
    log("inner", inner.done(), inner.cancelling())
    try:
        async with asyncio.timeout(0.2):
            async with asyncio.TaskGroup() as tg3:
                tg3.create_task(w0(), name="w1.g3")
                agen = steps("s1.4", [0, 0.1, 0.3], ValueError("steps"))
                try:
                    log("step", await agen.aclose())
                except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                    log("step failed", repr(error))
                finally:
                    await agen.aclose()
                log("body of 3 ends", tg3, asyncio.current_task().cancelling())
            log("group 3 is left", asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("timeout 2", asyncio.current_task().cancelling())
    return "r1"


async def w2():
    log("w2 starts")
    async for n in steps("s2.1", [0, 0.1], StopAsyncIteration()):
        log("item", n)
    inner = start("w2.2", w0())
    async for n in steps("s2.3", [0.2, 0.5, 1], StopAsyncIteration()):
        log("gathered", await asyncio.gather(tasks["t0"], return_exceptions=True))
    log("inner", inner.done(), inner.cancelling())
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
