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
    if not future("f").done():
        log("f", future("f").set_result(0))
    log("cancel t0", tasks["t0"].cancel())
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("got", await w0())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
    try:
        await asyncio.sleep(1)
        log("slept 2")
    except asyncio.CancelledError as error:
        log("caught 3", repr(error))
        raise
    log("got", await w0())
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0.1)
    log("slept 1")
    for i in range(3):
        log("cancel t2", tasks["t2"].cancel("by w2"))
    await asyncio.sleep(1)
    log("slept 2")
    try:
        try:
            if not future("g").done():
                log("g", future("g").set_exception(KeyError("f")))
        except asyncio.CancelledError as error:
            log("caught 3", repr(error))
    except Exception as error:
        log("caught 4", repr(error))
        raise
    raise ValueError("from w2")


async def w3():
    log("w3 starts")
    for i in range(2):
        for i in range(2):
            try:
                log("got", await asyncio.wait_for(future("g"), 0.1))
            except (TimeoutError, KeyError) as error:
                log(repr(error))
    await asyncio.sleep(0.5)
    log("slept 1")
    return "r3"


async def w4():
    log("w4 starts")
    tasks["t3"].add_done_callback(note("t3 for w4"))
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
