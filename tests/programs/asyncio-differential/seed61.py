import asyncio

tasks = {}
queue = asyncio.Queue()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    try:
        async with asyncio.timeout(0.3) as limit:
            log("a1")
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    try:
        await queue.put("a3")
    except ValueError as error:
        log("a4", repr(error))
        asyncio.get_running_loop().call_later(0.3, log, "a5")
    else:
        await asyncio.sleep(0.3)
        log("a6")
    return "a"


async def b():
    asyncio.get_running_loop().call_later(0.3, log, "b1")
    for each in asyncio.as_completed([start("b.2", a()), start("b.4", asyncio.sleep(0, "b3"))]):
        log("next", await each)
    try:
        if not asyncio.current_task().cancelling():
            raise KeyError("b5")
    except asyncio.CancelledError as error:
        log("b6", repr(error))
    return "b"


async def main():
    start("a", a())
    start("b", b())


try:
    asyncio.run(main())
finally:
    tasks.clear()
