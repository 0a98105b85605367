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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0, "a1"), group)
            await asyncio.sleep(0.3)
    except ExceptionGroup as errors:
        log("a3", repr(errors))
    await asyncio.sleep(0)
    task4 = start("a.6", asyncio.sleep(0, "a5"))
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    try:
        log("future", await future)
    finally:
        log("b2")
    log("future", await future)
    raise ValueError("b")


async def c():
    await asyncio.sleep(0)
    async for each in asyncio.as_completed([start("c.2", asyncio.sleep(0, "c1")), start("c.3", a()), start("c.4", b())]):
        log("next", each.get_name(), await each)
    log("in time", await asyncio.wait_for(future, 0.3))
    return "c"


async def d():
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(asyncio.sleep(0, "d1"), tasks["a"], return_exceptions=True))
    log("in time", await asyncio.wait_for(a(), 0.3))
    return "d"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    task1 = start("main.2", a())
    future.cancel("main5")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
