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
    for i in range(3):
        if not future("g").done():
            log("g", future("g").set_result(0))
    return "r0"


async def w1():
    log("w1 starts")
    await asyncio.sleep(0.5)
    log("slept 1")
    await asyncio.sleep(1)
    log("slept 2")
    return "r1"


async def w2():
    log("w2 starts")
    await asyncio.sleep(0)
    log("slept 1")
    log("cancel t3", tasks["t3"].cancel("by w2"))
    return "r2"


async def w3():
    log("w3 starts")
    log("got", await tasks["t0"])
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
