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
        tg1.create_task(asyncio.sleep(0.2))
        async for n in steps("s0.2", [0, 1, 0.2], None):
            log("item", n)
            if n == 1:
                break
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    try:
        raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
    except* (KeyError, OSError) as group:
        log("star 3", show(group), show(group.__context__))
    except* Exception as group:
        log("star 3", show(group), show(group.__context__))
    try:
        async with asyncio.timeout(0.2):
            try:
                tasks["t1"].add_done_callback(note("t1 for w0"))
            finally:
                log("finally 5")
    except TimeoutError as error:
        log("timeout 4", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.1):
            async for n in steps("s0.7", [0, 0, 0], None):
                log("item", n)
                if n == 0:
                    break
    except TimeoutError as error:
        log("timeout 6", asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w1.g1")
        try:
            await asyncio.sleep(0)
            log("slept 2")
        finally:
            log("finally 3")
        async for n in steps("s1.4", [0.2, 0, 0.1], StopAsyncIteration()):
            try:
                log("in time", await asyncio.wait_for(w0(), 0.1))
            except TimeoutError:
                log("timeout")
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.6))
    except TimeoutError:
        log("timeout")
    try:
        async with asyncio.TaskGroup() as tg6:
            tg6.create_task(w0(), name="w1.g6")
            tg6.create_task(asyncio.sleep(0))
            async with asyncio.TaskGroup() as tg7:
                tg7.create_task(w0(), name="w1.g7")
                log("body of 7 ends", tg7, asyncio.current_task().cancelling())
            log("group 7 is left", asyncio.current_task().cancelling())
            log("body of 6 ends", tg6, asyncio.current_task().cancelling())
        log("group 6 is left", asyncio.current_task().cancelling())
    except* Exception as group:
        log("star 5", show(group), show(group.__context__))
        log("cancel t0", tasks["t0"].cancel())
    except* ValueError as group:
        log("star 5", show(group), show(group.__context__))
        async for n in steps("s1.8", [0.5, 1, 1], None):
            log("item", n)
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
