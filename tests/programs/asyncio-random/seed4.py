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
    await asyncio.sleep(0.3)
    log("slept 1")
    try:
        await asyncio.sleep(0)
        log("slept 2")
    except ValueError as error:
        log("caught 3", repr(error))
        raise
    try:
        try:
            log("got", await asyncio.wait_for(future("f"), 0.1))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    finally:
        log("finally 4")
    return "r0"


async def w1():
    log("w1 starts")
    for i in range(1):
        try:
            log("got", await asyncio.wait_for(future("f"), 0))
        except (TimeoutError, KeyError) as error:
            log(repr(error))
    for i in range(3):
        try:
            try:
                log("got", await asyncio.wait_for(future("g"), 0.1))
            except (TimeoutError, KeyError) as error:
                log(repr(error))
        finally:
            log("finally 1")
            try:
                log("got", await asyncio.wait_for(future("g"), 0))
            except (TimeoutError, KeyError) as error:
                log(repr(error))
    return "r1"


async def w2():
    log("w2 starts")
    try:
        log("gathered", await asyncio.gather(tasks["t0"], return_exceptions=True))
    except BaseException as error:
        log("caught 1", repr(error))
        raise
    inner = start("w2.2", w1())
    await asyncio.sleep(0.1)
    log("slept 3")
    log("inner", inner.done(), inner.cancelling())
    try:
        log("in time", await asyncio.wait_for(w1(), 2))
    except TimeoutError:
        log("timeout")
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
