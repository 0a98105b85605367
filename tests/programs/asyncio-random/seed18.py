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
    inner = start("w0.1", asyncio.sleep(0.5))
    tasks["t0"].add_done_callback(note("t0 for w0"))
    log("inner", inner.done(), inner.cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("cancel t1", tasks["t1"].cancel("by w1"))
    except BaseException as error:
        log("caught 1", repr(error))
        try:
            log("got", await asyncio.wait_for(future("f"), 0.2))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    inner = start("w1.2", w0())
    tasks["t2"].add_done_callback(note("t2 for w1"))
    log("inner", inner.done(), inner.cancelling())
    try:
        for i in range(1):
            log("cancel t0", tasks["t0"].cancel())
    except ValueError as error:
        log("caught 3", repr(error))
    try:
        log("in time", await asyncio.wait_for(w0(), 0.6))
    except TimeoutError:
        log("timeout")
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0.2)
    log("slept 1")
    log("got", await tasks["t0"])
    try:
        try:
            log("gathered", await asyncio.gather(asyncio.sleep(0.1, 1), w1(), return_exceptions=True))
        except BaseException as error:
            log("caught 2", repr(error))
            log("gathered", await asyncio.gather(w1()))
    finally:
        log("finally 3")
    return "r2"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
