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
        async with asyncio.timeout(0):
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(asyncio.sleep(0.2))
                log("cancel t0", tasks["t0"].cancel("by w0"))
                log("body of 2 ends", tg2, asyncio.current_task().cancelling())
            log("group 2 is left", asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
    try:
        try:
            await asyncio.sleep(0.1)
            log("slept 3")
        finally:
            log("finally 4")
            tasks["t0"].add_done_callback(note("t0 for w0"))
    except Exception as error:
        log("caught 5", show(error), show(error.__context__))
    async for n in steps("s0.6", [0.3, 0, 0.1], None):
        log("item", n)
    return "r0"


async def w1():
    log("w1 starts")
    agen = steps("s1.1", [0, 1], ValueError("steps"))
    try:
        log("step", await agen.athrow(KeyError("thrown")))
        log("step", await agen.aclose())
        log("step", await agen.athrow(KeyError("thrown")))
    except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
        log("step failed", repr(error))
    finally:
        await agen.aclose()
    tasks["t0"].add_done_callback(note("t0 for w1"))
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(1)
    log("slept 1")
    try:
        log("got", await tasks["t1"])
    finally:
        log("finally 2")
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 0), 0.3))
        except TimeoutError:
            log("timeout")
    async for n in steps("s2.3", [0.1, 0.5], StopAsyncIteration()):
        log("item", n)
        if n == 0:
            raise ValueError("in the loop")
    async for n in steps("s2.4", [0.3], None):
        log("item", n)
        if n == 1:
            raise ValueError("in the loop")
    raise ValueError("from w2")


async def w3():
    log("w3 starts")
    try:
        log("gathered", await asyncio.gather(tasks["t1"], w0()))
    finally:
        log("finally 1")
        agen = steps("s3.2", [0], None)
        try:
            log("step", await agen.athrow(KeyError("thrown")))
            log("step", await agen.athrow(KeyError("thrown")))
            log("step", await agen.athrow(KeyError("thrown")))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
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
