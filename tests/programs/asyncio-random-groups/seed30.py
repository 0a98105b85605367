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
        tg1.create_task(asyncio.sleep(0.1))
        try:
            raise ExceptionGroup("own", [ValueError(1), KeyError(2), OSError(3)])
        except* ValueError as group:
            log("star 2", show(group), show(group.__context__))
            raise
        except* Exception as group:
            log("star 2", show(group), show(group.__context__))
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg3:
        tg3.create_task(asyncio.sleep(0))
        tasks["t0"].add_done_callback(note("t0 for w0"))
        async for n in steps("s0.4", [0.2], None):
            log("item", n)
        log("body of 3 ends", tg3, asyncio.current_task().cancelling())
    log("group 3 is left", asyncio.current_task().cancelling())
    async with asyncio.TaskGroup() as tg5:
        tg5.create_task(asyncio.sleep(0.1))
        log("body of 5 ends", tg5, asyncio.current_task().cancelling())
    log("group 5 is left", asyncio.current_task().cancelling())
    try:
        try:
            tasks["t0"].add_done_callback(note("t0 for w0"))
        finally:
            log("finally 6")
    except BaseException as error:
        log("caught 7", show(error), show(error.__context__))
    return "r0"


async def w1():
    log("w1 starts")
    async with asyncio.TaskGroup() as tg1:
        tg1.create_task(w0(), name="w1.g1")
        try:
            async with asyncio.timeout(0.1):
                try:
                    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, 0), 2))
                except TimeoutError:
                    log("timeout")
        except TimeoutError as error:
            log("timeout 2", asyncio.current_task().cancelling())
        async with asyncio.TaskGroup() as tg3:
            tg3.create_task(w0(), name="w1.g3")
            log("body of 3 ends", tg3, asyncio.current_task().cancelling())
        log("group 3 is left", asyncio.current_task().cancelling())
        log("body of 1 ends", tg1, asyncio.current_task().cancelling())
    log("group 1 is left", asyncio.current_task().cancelling())
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
