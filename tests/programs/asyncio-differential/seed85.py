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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    if not future.done():
        future.cancel()
    log("future", await future)
    await asyncio.sleep(0.3)
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b1"), a(), asyncio.sleep(0.5, "b3"), return_exceptions=True))
    await asyncio.sleep(0.5)
    log("b4")
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.2", asyncio.sleep(0.5, "c1")), tasks["b"]], timeout=0.3)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.5)
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
