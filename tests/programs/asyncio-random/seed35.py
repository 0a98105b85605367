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
    tasks["t1"].add_done_callback(note("t1 for w0"))
    try:
        log("got", await asyncio.wait_for(future("g"), 0.2))
    except (TimeoutError, KeyError) as error:
        log(repr(error))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, 0), 0))
            except TimeoutError:
                log("timeout")
        finally:
            log("finally 1")
            log("got", await w0())
    except Exception as error:
        log("caught 2", repr(error))
    tasks["t3"].add_done_callback(note("t3 for w1"))
    await asyncio.sleep(0)
    log("slept 3")
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0)
    log("slept 1")
    tasks["t1"].add_done_callback(note("t1 for w2"))
    try:
        log("in time", await asyncio.wait_for(w1(), 0))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    log("w3 starts")
    try:
        log("gathered", await asyncio.gather(tasks["t1"], w1(), asyncio.sleep(0.5, 1)))
    except ValueError as error:
        log("caught 1", repr(error))
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
