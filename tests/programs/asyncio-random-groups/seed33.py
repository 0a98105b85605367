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
    return "r0"


async def w1():
    log("w1 starts")
    try:
        try:
            async with asyncio.timeout(0):
                log("gathered", await asyncio.gather(tasks["t0"], asyncio.sleep(1, 0)))
        except TimeoutError as error:
            log("timeout 1", asyncio.current_task().cancelling())
    finally:
        log("finally 2")
        async for n in steps("s1.3", [0.3, 0.2], None):
            log("item", n)
            if n == 1:
                raise ValueError("in the loop")
    async with asyncio.TaskGroup() as tg4:
        tg4.create_task(w0(), name="w1.g4")
        tg4.create_task(asyncio.sleep(0.1))
        try:
            async with asyncio.timeout(0.3):
                async for n in steps("s1.6", [0.3, 0, 0.1], None):
                    log("item", n)
        except TimeoutError as error:
            log("timeout 5", asyncio.current_task().cancelling())
        try:
            async with asyncio.TaskGroup() as tg8:
                tg8.create_task(w0(), name="w1.g8")
                log("got", await tasks["t0"])
                try:
                    log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 0), 0.1))
                except TimeoutError:
                    log("timeout")
                log("body of 8 ends", tg8, asyncio.current_task().cancelling())
            log("group 8 is left", asyncio.current_task().cancelling())
        except* (KeyError, OSError) as group:
            log("star 7", show(group), show(group.__context__))
            raise LookupError("star 7")
        except* ValueError as group:
            log("star 7", show(group), show(group.__context__))
            raise LookupError("star 7")
        log("body of 4 ends", tg4, asyncio.current_task().cancelling())
    log("group 4 is left", asyncio.current_task().cancelling())
    async for n in steps("s1.9", [0.5, 0], StopAsyncIteration()):
        log("item", n)
        if n == 0:
            break
    log("cancel t2", tasks["t2"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        async with asyncio.timeout(0.2):
            agen = steps("s2.2", [1, 0, 1], ValueError("steps"))
            try:
                log("step", await agen.athrow(KeyError("thrown")))
                log("step", await asyncio.wait_for(anext(agen), 0.1))
                log("step", await agen.asend(None))
            except (KeyError, StopAsyncIteration, TimeoutError, ValueError) as error:
                log("step failed", repr(error))
            finally:
                await agen.aclose()
    except TimeoutError as error:
        log("timeout 1", asyncio.current_task().cancelling())
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
