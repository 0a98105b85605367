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
    tasks["t2"].add_done_callback(note("t2 for w0"))
    try:
        for i in range(1):
            if not future("g").done():
                log("g", future("g").cancel())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
        raise
    return "r0"


async def w1():
    log("w1 starts")
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, 0), asyncio.sleep(0.1, 0), tasks["t0"]))
    try:
        log("cancel t2", tasks["t2"].cancel())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
        await asyncio.sleep(0.1)
        log("slept 2")
    log("got", await w0())
    try:
        log("got", await tasks["t0"])
    except BaseException as error:
        log("caught 3", repr(error))
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    await asyncio.sleep(0)
    log("slept 1")
    log("cancel t1", tasks["t1"].cancel())
    try:
        log("got", await asyncio.wait_for(future("g"), 2))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
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
