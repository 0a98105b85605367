import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)
future = None


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    try:
        log("in time", await asyncio.wait_for(future, 0.3))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    log("in time", await asyncio.wait_for(asyncio.sleep(1, "a3"), 0.3))
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a4"), future, asyncio.sleep(1, "a6"), return_exceptions=True))
    await asyncio.sleep(1)
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.2", asyncio.sleep(1, "b1")), tasks["a"]], timeout=1)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.3)
    log("b3")


async def c():
    log("cancel c", tasks["c"].cancel("c1"))
    raise ValueError("c")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("future", await future)


try:
    asyncio.run(main())
finally:
    tasks.clear()
