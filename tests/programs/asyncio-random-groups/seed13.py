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
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    await asyncio.sleep(0.2)
    log("slept 2")
    try:
        inner = start("w0.3", asyncio.sleep(0.3))
        async for n in steps("s0.4", [1, 0, 0], None):
            log("item", n)
        log("inner", inner.done(), inner.cancelling())
    except Exception as error:
        log("caught 5", show(error), show(error.__context__))
    try:
        async with asyncio.TaskGroup() as tg7:
            tg7.create_task(asyncio.sleep(0))
            await asyncio.sleep(0)
            log("slept 8")
            log("body of 7 ends", tg7, asyncio.current_task().cancelling())
        log("group 7 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 6", show(group), show(group.__context__))
        raise
    except* (KeyError, OSError) as group:
        log("star 6", show(group), show(group.__context__))
    return "r0"


async def w1():
    log("w1 starts")
    log("cancel t1", tasks["t1"].cancel())
    try:
        async with asyncio.timeout(0.1):
            async for n in steps("s1.2", [0.1, 0.1, 0.2], None):
                log("item", n)
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg4:
            tg4.create_task(w0(), name="w1.g4")
            async with asyncio.TaskGroup() as tg5:
                tg5.create_task(w0(), name="w1.g5")
                tg5.create_task(asyncio.sleep(1))
                await asyncio.sleep(0)
                log("slept 6")
                log("body of 5 ends", tg5, asyncio.current_task().cancelling())
            log("group 5 is left", asyncio.current_task().cancelling())
            log("body of 4 ends", tg4, asyncio.current_task().cancelling())
        log("group 4 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 3", show(group), show(group.__context__))
    except* (KeyError, OSError) as group:
        log("star 3", show(group), show(group.__context__))
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
