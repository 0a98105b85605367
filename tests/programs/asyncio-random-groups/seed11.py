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
            tg2.create_task(asyncio.sleep(1))
            log("body of 2 ends", tg2, asyncio.current_task().cancelling())
        log("group 2 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 1", show(group), show(group.__context__))
        raise
    except* (KeyError, OSError) as group:
        log("star 1", show(group), show(group.__context__))
        await asyncio.sleep(1)
        log("slept 3")
    try:
        try:
            async with asyncio.TaskGroup() as tg5:
                tg5.create_task(asyncio.sleep(0.3))
                log("body of 5 ends", tg5, asyncio.current_task().cancelling())
            log("group 5 is left", asyncio.current_task().cancelling())
        except* Exception as group:
            log("star 4", show(group), show(group.__context__))
            raise LookupError("star 4")
        except* ValueError as group:
            log("star 4", show(group), show(group.__context__))
            raise LookupError("star 4")
    finally:
        log("finally 6")
    try:
        async with asyncio.timeout(0.1):
            agen = steps("s0.8", [0.3], ValueError("steps"))
            try:
                log("step", await agen.athrow(KeyError("thrown")))
                log("step", await agen.asend(None))
                log("step", await anext(agen, "end"))
            except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                log("step failed", repr(error))
            finally:
                await agen.aclose()
    except TimeoutError as error:
        log("timeout 7", asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    tasks["t1"].add_done_callback(note("t1 for w1"))
    try:
        log("in time", await asyncio.wait_for(w0(), 2))
    except TimeoutError:
        log("timeout")
    try:
        await asyncio.sleep(0.5)
        log("slept 1")
    except BaseException as error:
        log("caught 2", show(error), show(error.__context__))
        raise
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
