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
            tg2.create_task(asyncio.sleep(0))
            log("cancel t0", tasks["t0"].cancel("by w0"))
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
    except* Exception as group:
        log("star 1", show(group), show(group.__context__))
        raise
    async with asyncio.TaskGroup() as tg3:
        tg3.create_task(asyncio.sleep(0.3))
        log("cancel t1", tasks["t1"].cancel())
        try:
            agen = steps("s0.4", [0, 0.3, 0.3], StopAsyncIteration())
            try:
                log("step", await agen.asend(None))
            except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                log("step failed", repr(error))
            finally:
                await agen.aclose()
        finally:
            log("finally 5")
        log("body of 3 ends", tg3, asyncio.current_task().cancelling())
    log("group 3 is left", asyncio.current_task().cancelling())
    try:
        log("cancel t1", tasks["t1"].cancel("by w0"))
    except Exception as error:
        log("caught 6", show(error), show(error.__context__))
    return "r0"


async def w1():
    log("w1 starts")
    inner = start("w1.1", w0())
    async for n in steps("s1.2", [0.1], ValueError("steps")):
        log("item", n)
        if n == 1:
            raise ValueError("in the loop")
    log("inner", inner.done(), inner.cancelling())
    log("cancel t0", tasks["t0"].cancel("by w1"))
    async with asyncio.TaskGroup() as tg3:
        tg3.create_task(w0(), name="w1.g3")
        try:
            async for n in steps("s1.4", [0.1, 0, 0.2], None):
                log("item", n)
                if n == 1:
                    break
        except ValueError as error:
            log("caught 5", show(error), show(error.__context__))
            raise
        try:
            async with asyncio.timeout(0.3):
                agen = steps("s1.7", [0.3, 0, 0.2], None)
                try:
                    log("step", await asyncio.create_task(anext(agen)))
                    log("step", await agen.asend(None))
                    log("step", await asyncio.wait_for(anext(agen), 0.1))
                except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                    log("step failed", repr(error))
                finally:
                    await agen.aclose()
        except TimeoutError as error:
            log("timeout 6", asyncio.current_task().cancelling())
        log("body of 3 ends", tg3, asyncio.current_task().cancelling())
    log("group 3 is left", asyncio.current_task().cancelling())
    log("cancel t0", tasks["t0"].cancel("by w1"))
    return "r1"


async def main():
    start("t0", w0())
    start("t1", w1())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else show(task.exception()) if task.exception() else repr( task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
