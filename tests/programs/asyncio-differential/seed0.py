import asyncio

tasks = {}
barrier = asyncio.Barrier(2)


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
    for each in asyncio.as_completed([start("a.2", asyncio.sleep(0.1, "a1")), start("a.4", asyncio.sleep(0.1, "a3")), start("a.6", asyncio.sleep(0.2, "a5"))], timeout=0.1):
        log("next", await each)
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    await asyncio.sleep(0.5)
    log("a7")
    return "a"


async def b():
    async for each in asyncio.as_completed([start("b.1", a()), start("b.2", a())], timeout=0.5):
        log("next", each.get_name(), await each)
    async with barrier as position:
        log("barrier", position)
        log("gathered", await asyncio.gather(asyncio.sleep(0.2, "b3"), a()))
    return "b"


async def c():
    for each in asyncio.as_completed([start("c.2", asyncio.sleep(0.5, "c1")), start("c.3", b()), start("c.5", asyncio.sleep(0.1, "c4"))], timeout=0.1):
        log("next", await each)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    task1 = start("main.2", b())
    log("cancel a", tasks["a"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
