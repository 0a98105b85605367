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
    tasks["t0"].add_done_callback(note("t0 for w0"))
    try:
        async with asyncio.timeout(0.2):
            try:
                tasks["t1"].add_done_callback(note("t1 for w0"))
            finally:
                log("finally 2")
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
    await asyncio.sleep(0.2)
    log("slept 3")
    return "r0"


async def w1():
    log("w1 starts")
    inner = start("w1.1", w0())
    async with asyncio.TaskGroup() as tg2:
        tg2.create_task(w0(), name="w1.g2")
        async for n in steps("s1.3", [0, 0, 0], ValueError("steps")):
            log("item", n)
            if n == 1:
                break
        tasks["t0"].add_done_callback(note("t0 for w1"))
        log("body of 2 ends", tg2, asyncio.current_task().cancelling())
    log("group 2 is left", asyncio.current_task().cancelling())
    log("inner", inner.done(), inner.cancelling())
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
