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
        log("f", future("f").set_exception(KeyError("f")))
    return "r0"


async def w1():
    log("w1 starts")
    log("got", await tasks["t0"])
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
        await asyncio.sleep(0.2)
        log("slept 1")
    finally:
        log("finally 2")
        log("gathered", await asyncio.gather(w0(), tasks["t2"], w1()))
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
