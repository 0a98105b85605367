import asyncio

tasks = {}


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
    async with asyncio.TaskGroup() as group:
        start("a.3", asyncio.sleep(1, "a2"), group)
        async for each in asyncio.as_completed([start("a.5", asyncio.sleep(0.5, "a4")), start("a.7", asyncio.sleep(0.5, "a6"))], timeout=0.1):
            log("next", each.get_name(), await each)
        await asyncio.sleep(0.5)
        log("a8")
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    try:
        async with asyncio.TaskGroup() as group:
            start("b.3", asyncio.sleep(0.5, "b2"), group)
            start("b.5", asyncio.sleep(1, "b4"), group)
    except ExceptionGroup as errors:
        log("b6", repr(errors))
    raise ValueError("b")


async def c():
    try:
        log("in time", await asyncio.wait_for(b(), 0.1))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel b", tasks["b"].cancel())
    task2 = start("main.4", asyncio.sleep(0.5, "main3"))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
