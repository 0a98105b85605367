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
        log("cancel t1", tasks["t1"].cancel())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
    for i in range(3):
        log("cancel t2", tasks["t2"].cancel("by w0"))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        try:
            await asyncio.sleep(0.1)
            log("slept 1")
        finally:
            log("finally 2")
            if not future("g").done():
                log("g", future("g").set_exception(KeyError("f")))
    except ValueError as error:
        log("caught 3", repr(error))
        for i in range(3):
            await asyncio.sleep(0)
            log("slept 4")
    try:
        for i in range(3):
            log("gathered", await asyncio.gather(tasks["t0"], return_exceptions=True))
    except Exception as error:
        log("caught 5", repr(error))
    for i in range(3):
        log("got", await tasks["t0"])
    for i in range(3):
        if not future("f").done():
            log("f", future("f").set_exception(KeyError("f")))
    return "r1"


async def w2():
    log("w2 starts")
    for i in range(2):
        try:
            log("in time", await asyncio.wait_for(w0(), 0.6))
        except TimeoutError:
            log("timeout")
    await asyncio.sleep(0)
    log("slept 1")
    log("gathered", await asyncio.gather(tasks["t0"], asyncio.sleep(0.2, 0), tasks["t0"]))
    log("got", await tasks["t0"])
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
