import asyncio

tasks = {}
future = None
event = asyncio.Event()


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
            await asyncio.sleep(0.3)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.1, "a1"), group)
            start("a.4", asyncio.sleep(0.3, "a3"), group)
            asyncio.current_task().cancel()
    except ExceptionGroup as errors:
        log("a6", repr(errors))
    async for each in asyncio.as_completed([start("a.8", asyncio.sleep(0.1, "a7")), start("a.10", asyncio.sleep(0.3, "a9"))]):
        log("next", each.get_name(), await each)
    log("cancel a", tasks["a"].cancel())
    log("future", await future)
    return "a"


async def b():
    log("cancelling", asyncio.current_task().cancelling())
    if not future.done():
        future.set_exception(KeyError("b2"))
    await asyncio.sleep(0.3)
    log("cancel b", tasks["b"].cancel("b4"))
    raise ValueError("b")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
