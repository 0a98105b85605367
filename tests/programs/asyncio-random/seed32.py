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
    log("cancel t1", tasks["t1"].cancel())
    try:
        await asyncio.sleep(0)
        log("slept 1")
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
        tasks["t0"].add_done_callback(note("t0 for w0"))
    return "r0"


async def w1():
    log("w1 starts")
    tasks["t0"].add_done_callback(note("t0 for w1"))
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, 0)))
    for i in range(2):
        inner = start("w1.1", w0())
        log("got", await w0())
        log("inner", inner.done(), inner.cancelling())
    tasks["t0"].add_done_callback(note("t0 for w1"))
    raise ValueError("from w1")


async def main():
    start("t0", w0())
    start("t1", w1())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
