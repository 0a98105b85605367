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
        await asyncio.sleep(0)
        log("slept 1")
    finally:
        log("finally 2")
    return "r0"


async def w1():
    log("w1 starts")
    inner = start("w1.1", w0())
    for i in range(3):
        tasks["t0"].add_done_callback(note("t0 for w1"))
    log("inner", inner.done(), inner.cancelling())
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    try:
        try:
            log("got", await asyncio.wait_for(future("g"), 0.2))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    except Exception as error:
        log("caught 1", repr(error))
        inner = start("w2.2", w0())
        tasks["t1"].add_done_callback(note("t1 for w2"))
        log("inner", inner.done(), inner.cancelling())
    if not future("g").done():
        log("g", future("g").cancel())
    log("gathered", await asyncio.gather(tasks["t0"], tasks["t1"], return_exceptions=True))
    log("got", await w1())
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
