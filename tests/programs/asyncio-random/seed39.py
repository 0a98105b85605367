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
        if not future("f").done():
            log("f", future("f").set_exception(KeyError("f")))
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
    await asyncio.sleep(0.1)
    log("slept 2")
    inner = start("w0.3", asyncio.sleep(0.2))
    log("cancel t0", tasks["t0"].cancel("by w0"))
    log("inner", inner.done(), inner.cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    tasks["t0"].add_done_callback(note("t0 for w1"))
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    log("got", await tasks["t0"])
    for i in range(2):
        log("gathered", await asyncio.gather(asyncio.sleep(0.1, 1), tasks["t0"], asyncio.sleep(0.2, 1)))
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(tasks["t1"], 0.6))
            except TimeoutError:
                log("timeout")
        except ValueError as error:
            log("caught 1", repr(error))
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
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
