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
    inner = start("w0.1", asyncio.sleep(0))
    inner = start("w0.2", asyncio.sleep(0.1))
    tasks["t1"].add_done_callback(note("t1 for w0"))
    log("inner", inner.done(), inner.cancelling())
    log("inner", inner.done(), inner.cancelling())
    if not future("f").done():
        log("f", future("f").set_result(0))
    await asyncio.sleep(1)
    log("slept 3")
    return "r0"


async def w1():
    log("w1 starts")
    await asyncio.sleep(0.3)
    log("slept 1")
    log("cancel t0", tasks["t0"].cancel("by w1"))
    for i in range(1):
        await asyncio.sleep(0.1)
        log("slept 2")
    return "r1"


async def w2():
    log("w2 starts")
    log("cancel t2", tasks["t2"].cancel("by w2"))
    for i in range(1):
        log("got", await w1())
    try:
        inner = start("w2.1", w1())
        tasks["t0"].add_done_callback(note("t0 for w2"))
        log("inner", inner.done(), inner.cancelling())
    except Exception as error:
        log("caught 2", repr(error))
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.5, 1), 2))
        except TimeoutError:
            log("timeout")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, 0), 2))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    try:
        log("got", await asyncio.wait_for(future("f"), 0.1))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    log("gathered", await asyncio.gather(tasks["t1"], tasks["t1"]))
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
