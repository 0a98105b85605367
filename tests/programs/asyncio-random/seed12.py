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
    inner = start("w0.1", asyncio.sleep(1))
    inner = start("w0.2", asyncio.sleep(0.2))
    await asyncio.sleep(0.3)
    log("slept 3")
    log("inner", inner.done(), inner.cancelling())
    log("inner", inner.done(), inner.cancelling())
    await asyncio.sleep(0.2)
    log("slept 4")
    try:
        inner = start("w0.5", asyncio.sleep(0.5))
        tasks["t4"].add_done_callback(note("t4 for w0"))
        log("inner", inner.done(), inner.cancelling())
    except Exception as error:
        log("caught 6", repr(error))
        raise
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    log("got", await w0())
    log("cancel t2", tasks["t2"].cancel())
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    await asyncio.sleep(1)
    log("slept 1")
    try:
        try:
            await asyncio.sleep(0)
            log("slept 2")
        except BaseException as error:
            log("caught 3", repr(error))
    except Exception as error:
        log("caught 4", repr(error))
    return "r2"


async def w3():
    log("w3 starts")
    await asyncio.sleep(0.3)
    log("slept 1")
    log("got", await w0())
    return "r3"


async def w4():
    log("w4 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0, 1), w1(), return_exceptions=True))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, 3), 0.3))
    except TimeoutError:
        log("timeout")
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
