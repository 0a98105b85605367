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
    await asyncio.sleep(0.1)
    log("slept 1")
    return "r0"


async def w1():
    log("w1 starts")
    log("cancel t1", tasks["t1"].cancel("by w1"))
    log("got", await w0())
    if not future("g").done():
        log("g", future("g").set_result(1))
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    log("got", await tasks["t0"])
    log("gathered", await asyncio.gather(w1(), asyncio.sleep(0, 0), asyncio.sleep(0, 1)))
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.2, 1), 0.2))
        except TimeoutError:
            log("timeout")
    except Exception as error:
        log("caught 1", repr(error))
        raise
    log("got", await w0())
    return "r2"


async def w3():
    log("w3 starts")
    try:
        log("cancel t1", tasks["t1"].cancel("by w3"))
    except ValueError as error:
        log("caught 1", repr(error))
    log("gathered", await asyncio.gather(w2()))
    log("got", await tasks["t0"])
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 2), 0.2))
    except TimeoutError:
        log("timeout")
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
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
