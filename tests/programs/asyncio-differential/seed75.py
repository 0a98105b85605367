import asyncio

tasks = {}
barrier = asyncio.Barrier(3)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


async def a():
    asyncio.current_task().cancel()
    asyncio.current_task().cancel("a2")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a3"), 0))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    log("a5")
    raise ValueError("a")


async def b():
    asyncio.get_running_loop().call_later(1, log, "b1")
    async with barrier as position:
        log("barrier", position)
        log("cancel a", tasks["a"].cancel())
        log("cancel a", tasks["a"].cancel("b3"))
    log("cancel b", tasks["b"].cancel())
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)


async def c():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(0.2)
    log("c2")
    log("cancel c", tasks["c"].cancel())
    return "c"


async def d():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    asyncio.get_running_loop().call_later(0.2, log, "d1")
    task2 = start("d.3", c())
    try:
        log("in time", await asyncio.wait_for(tasks["b"], 1))
    except TimeoutError as error:
        log("d5", repr(error), repr(error.__cause__))
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(c(), 0.2))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(asyncio.sleep(0, "main3"), return_exceptions=True))
    log("gathered", await asyncio.gather(d(), tasks["d"]))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
