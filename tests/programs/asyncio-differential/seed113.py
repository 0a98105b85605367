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
    log("cancel b", tasks["b"].cancel())
    async with asyncio.TaskGroup() as group:
        start("a.3", asyncio.sleep(0.1, "a2"), group)
        start("a.5", asyncio.sleep(0.2, "a4"), group)
    log("gathered", await asyncio.gather(barrier.wait(), barrier.wait(), barrier.wait()))
    await asyncio.sleep(0.1)
    log("a9")
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "b1"), asyncio.sleep(0.1, "b2"), asyncio.sleep(0.2, "b3")))
    log("cancel c", tasks["c"].cancel("b4"))
    log("cancel a", tasks["a"].cancel("b5"))
    return "b"


async def c():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    await asyncio.sleep(0.1)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
