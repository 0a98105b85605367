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
    try:
        log("got", await asyncio.wait_for(future("f"), 0))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    await asyncio.sleep(0.1)
    log("slept 1")
    try:
        tasks["t2"].add_done_callback(note("t2 for w0"))
    finally:
        log("finally 2")
        if not future("f").done():
            log("f", future("f").set_result(0))
    return "r0"


async def w1():
    log("w1 starts")
    for i in range(1):
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.3))
            except TimeoutError:
                log("timeout")
        except asyncio.CancelledError as error:
            log("caught 1", repr(error))
            tasks["t0"].add_done_callback(note("t0 for w1"))
    for i in range(3):
        log("got", await w0())
    log("cancel t4", tasks["t4"].cancel("by w1"))
    try:
        log("in time", await asyncio.wait_for(w0(), 2))
    except TimeoutError:
        log("timeout")
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    try:
        try:
            log("got", await asyncio.wait_for(future("f"), 2))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    finally:
        log("finally 1")
    log("cancel t3", tasks["t3"].cancel())
    try:
        log("got", await asyncio.wait_for(future("f"), 0.1))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    try:
        log("got", await w0())
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
        try:
            log("in time", await asyncio.wait_for(tasks["t1"], 0.6))
        except TimeoutError:
            log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    tasks["t0"].add_done_callback(note("t0 for w3"))
    tasks["t1"].add_done_callback(note("t1 for w3"))
    try:
        try:
            log("got", await asyncio.wait_for(future("f"), 0.3))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    finally:
        log("finally 1")
        log("gathered", await asyncio.gather(w2()))
    try:
        try:
            log("gathered", await asyncio.gather(w1(), return_exceptions=True))
        except BaseException as error:
            log("caught 2", repr(error))
            await asyncio.sleep(0.1)
            log("slept 3")
    finally:
        log("finally 4")
        log("gathered", await asyncio.gather(tasks["t2"], tasks["t1"], asyncio.sleep(0, 2)))
    return "r3"


async def w4():
    log("w4 starts")
    inner = start("w4.1", w3())
    log("gathered", await asyncio.gather(asyncio.sleep(0, 0), w0(), w2(), return_exceptions=True))
    log("inner", inner.done(), inner.cancelling())
    log("got", await tasks["t3"])
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
