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
    async for n in steps("s0.1", [0], StopAsyncIteration()):
        log("item", n)
    tasks["t2"].add_done_callback(note("t2 for w0"))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t0"], 0.3))
    except TimeoutError:
        log("timeout")
    log("cancel t3", tasks["t3"].cancel("by w1"))
    try:
        log("got", await tasks["t0"])
    finally:
        log("finally 1")
        agen = steps("s1.2", [0.3, 0.3], None)
        try:
            log("step", await anext(agen, "end"))
            log("step", await asyncio.create_task(anext(agen)))
        except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
            log("step failed", repr(error))
        finally:
            await agen.aclose()
    try:
        async with asyncio.timeout(0.2):
            try:
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(0.1)
                    log("slept 5")
            except TimeoutError as error:
                log("timeout 4", asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("timeout 3", asyncio.current_task().cancelling())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        log("in time", await asyncio.wait_for(w1(), 0))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await tasks["t1"])
    log("cancel t2", tasks["t2"].cancel("by w3"))
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as tg2:
                tg2.create_task(w0(), name="w3.g2")
                log("got", await tasks["t0"])
                async for n in steps("s3.3", [0, 0.1, 0], None):
                    log("item", n)
                log("body of 2 ends", tg2, asyncio.current_task().cancelling())
            log("group 2 is left", asyncio.current_task().cancelling())
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
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
