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
        await asyncio.sleep(1)
        log("slept 1")
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
        raise
    for i in range(1):
        try:
            await asyncio.sleep(0)
            log("slept 3")
        finally:
            log("finally 4")
            if not future("f").done():
                log("f", future("f").set_result(0))
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    await asyncio.sleep(0)
    log("slept 1")
    if not future("f").done():
        log("f", future("f").cancel())
    try:
        log("in time", await asyncio.wait_for(w0(), 0.3))
    except TimeoutError:
        log("timeout")
    log("gathered", await asyncio.gather(w0()))
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0.1)
    log("slept 1")
    tasks["t0"].add_done_callback(note("t0 for w2"))
    return "r2"


async def w3():
    log("w3 starts")
    try:
        log("in time", await asyncio.wait_for(tasks["t2"], 0))
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
