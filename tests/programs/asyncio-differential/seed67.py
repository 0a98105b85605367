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
    log("a1")
    try:
        async with asyncio.timeout(1) as limit:
            log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    async with barrier as position:
        log("barrier", position)
        await asyncio.sleep(0)
        log("a3")
    log("cancel c", tasks["c"].cancel())
    return "a"


async def b():
    async with barrier as position:
        log("barrier", position)
        log("gathered", await asyncio.gather(a()))
        await asyncio.sleep(1)
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    log("b2")
    async with barrier as position:
        log("barrier", position)
        await asyncio.sleep(1)
    return "b"


async def c():
    log("got", await tasks["a"])
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
