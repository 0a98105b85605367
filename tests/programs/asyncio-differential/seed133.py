import asyncio

tasks = {}
lock = asyncio.Lock()


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
    log("cancelling", asyncio.current_task().cancelling())
    for _ in range(3):
        task2 = start("a.4", asyncio.sleep(0.2, "a3"))
        await asyncio.sleep(0.2)
    task5 = start("a.7", asyncio.sleep(1, "a6"))
    await asyncio.sleep(0.2)
    await asyncio.sleep(1)


async def b():
    asyncio.current_task().cancel()
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 1))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    async with lock:
        log("b4")
        async with lock:
            log("b5")
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
            except TimeoutError as error:
                log("b7", repr(error), repr(error.__cause__))
        await asyncio.sleep(0.2)
        log("b8")
    raise ValueError("b")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            log("cancel a", tasks["a"].cancel("main1"))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
