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
        log("got", await asyncio.wait_for(future("f"), 0.1))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    inner = start("w0.1", asyncio.sleep(0))
    tasks["t4"].add_done_callback(note("t4 for w0"))
    log("inner", inner.done(), inner.cancelling())
    try:
        tasks["t4"].add_done_callback(note("t4 for w0"))
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
    return "r0"


async def w1():
    log("w1 starts")
    log("cancel t3", tasks["t3"].cancel("by w1"))
    log("cancel t1", tasks["t1"].cancel())
    await asyncio.sleep(0)
    log("slept 1")
    log("cancel t4", tasks["t4"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        try:
            try:
                log("got", await asyncio.wait_for(future("f"), 2))
            except (TimeoutError, KeyError) as error:
                log(repr(error))
        except asyncio.CancelledError as error:
            log("caught 1", repr(error))
            raise
    finally:
        log("finally 2")
    inner = start("w2.3", w0())
    try:
        try:
            log("got", await asyncio.wait_for(future("f"), 0.3))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    finally:
        log("finally 4")
        await asyncio.sleep(0.1)
        log("slept 5")
    log("inner", inner.done(), inner.cancelling())
    try:
        inner = start("w2.6", w1())
        await asyncio.sleep(0.3)
        log("slept 7")
        log("inner", inner.done(), inner.cancelling())
    except asyncio.CancelledError as error:
        log("caught 8", repr(error))
    log("cancel t0", tasks["t0"].cancel())
    return "r2"


async def w3():
    log("w3 starts")
    try:
        log("in time", await asyncio.wait_for(w0(), 0))
    except TimeoutError:
        log("timeout")
    return "r3"


async def w4():
    log("w4 starts")
    log("cancel t4", tasks["t4"].cancel())
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
