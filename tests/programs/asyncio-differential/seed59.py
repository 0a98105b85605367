import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
future = None


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


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.3)


async def a():
    await asyncio.sleep(0.3)
    log("future", await future)
    try:
        log("cancelling", asyncio.current_task().cancelling())
    finally:
        log("a1")
    return "a"


async def b():
    try:
        log("b1")
    except BaseException as error:
        log("b2", repr(error))
    if not future.done():
        future.set_exception(KeyError("b4"))


async def c():
    try:
        async with asyncio.timeout(0.3) as limit:
            await asyncio.sleep(1)
    except TimeoutError as error:
        log("c1", repr(error), limit.expired())
    async for i in ticks():
        log("tick", i)
        task2 = start("c.3", a())
        log("future", await future)
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c4")
    log("gathered", await asyncio.gather(tasks["a"], future, future))
    raise ValueError("c")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
