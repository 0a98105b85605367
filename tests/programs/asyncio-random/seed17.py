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


async def w0():
    log("w0 starts")
    tasks["t2"].add_done_callback(note("t2 for w0"))
    log("cancel t4", tasks["t4"].cancel("by w0"))
    await asyncio.sleep(0)
    log("slept 1")
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("got", await asyncio.wait_for(future("g"), 2))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    for i in range(3):
        try:
            log("cancel t4", tasks["t4"].cancel())
        except BaseException as error:
            log("caught 1", repr(error))
            raise
    try:
        inner = start("w1.2", w0())
        log("cancel t4", tasks["t4"].cancel())
        log("inner", inner.done(), inner.cancelling())
    finally:
        log("finally 3")
        await asyncio.sleep(0)
        log("slept 4")
    try:
        log("got", await asyncio.wait_for(future("g"), 0))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    return "r1"


async def w2():
    log("w2 starts")
    try:
        try:
            log("gathered", await asyncio.gather(tasks["t0"], w0(), return_exceptions=True))
        except BaseException as error:
            log("caught 1", repr(error))
            await asyncio.sleep(0.3)
            log("slept 2")
    except ValueError as error:
        log("caught 3", repr(error))
        raise
    log("gathered", await asyncio.gather(tasks["t0"]))
    try:
        log("got", await asyncio.wait_for(future("f"), 0.2))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    if not future("f").done():
        log("f", future("f").set_exception(KeyError("f")))
    return "r2"


async def w3():
    log("w3 starts")
    tasks["t1"].add_done_callback(note("t1 for w3"))
    tasks["t0"].add_done_callback(note("t0 for w3"))
    inner = start("w3.1", w2())
    try:
        log("in time", await asyncio.wait_for(w1(), 0.2))
    except TimeoutError:
        log("timeout")
    log("inner", inner.done(), inner.cancelling())
    return "r3"


async def w4():
    log("w4 starts")
    await asyncio.sleep(0.5)
    log("slept 1")
    try:
        log("got", await w0())
    except Exception as error:
        log("caught 2", repr(error))
    try:
        log("got", await asyncio.wait_for(future("g"), 0))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    return "r4"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    start("t4", w4())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
