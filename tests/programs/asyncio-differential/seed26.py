import asyncio

tasks = {}
future = None


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    async with asyncio.TaskGroup() as group:
        start("a.2", asyncio.sleep(1, "a1"), group)
        log("future", await future)
    try:
        log("cancel c", tasks["c"].cancel())
        if not future.done():
            future.cancel("a6")
    finally:
        log("a7")
        await asyncio.sleep(0.5)


async def b():
    try:
        log("in time", await asyncio.wait_for(a(), 0.5))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("future", await future)
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    log("b3")
    return "b"


async def c():
    await asyncio.sleep(1)
    log("c1")
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())


try:
    asyncio.run(main())
finally:
    tasks.clear()
