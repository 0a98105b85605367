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
    if not future("g").done():
        log("g", future("g").cancel())
    return "r0"


async def w1():
    log("w1 starts")
    log("cancel t2", tasks["t2"].cancel("by w1"))
    inner = start("w1.1", w0())
    for i in range(1):
        log("gathered", await asyncio.gather(asyncio.sleep(0, 0), w0(), w0(), return_exceptions=True))
    log("inner", inner.done(), inner.cancelling())
    return "r1"


async def w2():
    log("w2 starts")
    try:
        log("gathered", await asyncio.gather(w0(), w1(), w0(), return_exceptions=True))
    finally:
        log("finally 1")
    try:
        log("got", await asyncio.wait_for(future("g"), 0.1))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await w1())
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, 0)))
    raise ValueError("from w3")


async def w4():
    log("w4 starts")
    await asyncio.sleep(0.1)
    log("slept 1")
    for i in range(1):
        log("got", await w3())
    await asyncio.sleep(0.5)
    log("slept 2")
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
