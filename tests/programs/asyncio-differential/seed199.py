import asyncio

tasks = {}
future = None
lock = asyncio.Lock()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    try:
        if not asyncio.current_task().cancelling():
            raise asyncio.CancelledError("a1")
    finally:
        log("a2")
        log("uncancel", asyncio.current_task().uncancel())
    task3 = start("a.5", asyncio.sleep(0.5, "a4"))
    return "a"


async def b():
    log("gathered", await asyncio.gather(a(), return_exceptions=True))
    await asyncio.sleep(0.5)
    log("b2")
    await lock.acquire()
    try:
        await asyncio.sleep(0.2)
        log("b3")
    finally:
        lock.release()


async def c():
    try:
        async with asyncio.TaskGroup() as group:
            start("c.1", b(), group)
            if not future.done():
                future.set_exception(KeyError("c3"))
    except* ValueError as errors:
        log("c5", repr(errors))


async def d():
    try:
        async with asyncio.timeout(0.2) as limit:
            asyncio.current_task().cancel()
    except TimeoutError as error:
        log("d2", repr(error), limit.expired())
    if not future.done():
        future.cancel()
    if not asyncio.current_task().cancelling():
        raise ValueError("d6")
    log("cancel d", tasks["d"].cancel())
    return "d"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("cancel b", tasks["b"].cancel("main1"))
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "main2"), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))


try:
    asyncio.run(main())
finally:
    tasks.clear()
