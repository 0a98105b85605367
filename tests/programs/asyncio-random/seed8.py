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
            log("f", future("f").set_result(0))
    except ValueError as error:
        log("caught 1", repr(error))
        raise
    try:
        if not future("g").done():
            log("g", future("g").cancel())
    finally:
        log("finally 2")
        if not future("g").done():
            log("g", future("g").set_exception(KeyError("f")))
    try:
        try:
            if not future("f").done():
                log("f", future("f").set_result(0))
        except asyncio.CancelledError as error:
            log("caught 3", repr(error))
    except ValueError as error:
        log("caught 4", repr(error))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        try:
            await asyncio.sleep(0)
            log("slept 1")
        except Exception as error:
            log("caught 2", repr(error))
            log("got", await tasks["t0"])
    except asyncio.CancelledError as error:
        log("caught 3", repr(error))
    tasks["t0"].add_done_callback(note("t0 for w1"))
    try:
        log("got", await w0())
    except asyncio.CancelledError as error:
        log("caught 4", repr(error))
    log("cancel t2", tasks["t2"].cancel())
    return "r1"


async def w2():
    log("w2 starts")
    log("got", await w0())
    raise ValueError("from w2")


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
