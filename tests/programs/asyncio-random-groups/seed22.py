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
    inner = start("w0.1", asyncio.sleep(1))
    log("cancel t1", tasks["t1"].cancel("by w0"))
    log("inner", inner.done(), inner.cancelling())
    try:
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(asyncio.sleep(0.5))
            try:
                async with asyncio.TaskGroup() as tg5:
                    tg5.create_task(asyncio.sleep(0.1))
                    log("body of 5 ends", tg5, asyncio.current_task().cancelling())
                log("group 5 is left", asyncio.current_task().cancelling())
            except* (KeyError, OSError) as group:
                log("star 4", show(group), show(group.__context__))
            except* Exception as group:
                log("star 4", show(group), show(group.__context__))
                raise
            log("body of 3 ends", tg3, asyncio.current_task().cancelling())
        log("group 3 is left", asyncio.current_task().cancelling())
    except* ValueError as group:
        log("star 2", show(group), show(group.__context__))
        raise
    except* Exception as group:
        log("star 2", show(group), show(group.__context__))
        raise
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.6))
    except TimeoutError:
        log("timeout")
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
