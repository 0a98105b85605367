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
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a1"), asyncio.sleep(0, "a2")))


async def b():
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(1)
    log("shielded", await asyncio.shield(tasks["a"]))
    log("gathered", await asyncio.gather(a()))
    log("cancel d", tasks["d"].cancel())
    return "b"


async def c():
    asyncio.current_task().cancel("c1")
    async with barrier as position:
        log("barrier", position)
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("cancelling", asyncio.current_task().cancelling())
    return "c"


async def d():
    if not asyncio.current_task().cancelling():
        raise KeyError("d1")
    task2 = start("d.3", a())
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("d5", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    task1 = start("main.3", asyncio.sleep(0, "main2"))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
