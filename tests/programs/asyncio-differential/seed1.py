import asyncio

tasks = {}
future = None
barrier = asyncio.Barrier(3)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0)


async def a():
    generator = ticks()
    try:
        log("first", await anext(generator))
        log("then", await generator.athrow(ValueError("a1")))
    finally:
        await generator.aclose()
    async for each in asyncio.as_completed([start("a.3", asyncio.sleep(0, "a2")), start("a.5", asyncio.sleep(0.3, "a4"))], timeout=0):
        log("next", each.get_name(), await each)
    log("future", await future)
    log("future", await future)
    return "a"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())


try:
    asyncio.run(main())
finally:
    tasks.clear()
