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
    await asyncio.sleep(0.5)
    log("slept 1")
    log("cancel t2", tasks["t2"].cancel())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        inner = start("w1.1", w0())
        if not future("g").done():
            log("g", future("g").set_result(1))
        log("inner", inner.done(), inner.cancelling())
    finally:
        log("finally 2")
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0.1))
        except TimeoutError:
            log("timeout")
    inner = start("w1.3", w0())
    try:
        log("in time", await asyncio.wait_for(w0(), 0.2))
    except TimeoutError:
        log("timeout")
    log("inner", inner.done(), inner.cancelling())
    log("cancel t0", tasks["t0"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        log("got", await asyncio.wait_for(future("f"), 0.3))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    try:
        log("got", await asyncio.wait_for(future("f"), 0.2))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    for i in range(2):
        try:
            log("got", await tasks["t0"])
        except ValueError as error:
            log("caught 1", repr(error))
            await asyncio.sleep(0.3)
            log("slept 2")
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
