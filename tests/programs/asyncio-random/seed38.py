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
    await asyncio.sleep(0)
    log("slept 1")
    tasks["t3"].add_done_callback(note("t3 for w0"))
    tasks["t0"].add_done_callback(note("t0 for w0"))
    for i in range(3):
        log("cancel t4", tasks["t4"].cancel("by w0"))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, 0), 2))
    except TimeoutError:
        log("timeout")
    log("got", await tasks["t0"])
    inner = start("w1.1", w0())
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, 0), tasks["t0"], return_exceptions=True))
    log("inner", inner.done(), inner.cancelling())
    return "r1"


async def w2():
    log("w2 starts")
    log("cancel t3", tasks["t3"].cancel())
    return "r2"


async def w3():
    log("w3 starts")
    inner = start("w3.1", w1())
    await asyncio.sleep(0)
    log("slept 2")
    log("inner", inner.done(), inner.cancelling())
    try:
        log("got", await tasks["t1"])
    finally:
        log("finally 3")
    return "r3"


async def w4():
    log("w4 starts")
    log("got", await w2())
    try:
        log("cancel t3", tasks["t3"].cancel("by w4"))
    except Exception as error:
        log("caught 1", repr(error))
    log("cancel t2", tasks["t2"].cancel())
    if not future("f").done():
        log("f", future("f").set_exception(KeyError("f")))
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
