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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


async def a():
    await queue.put("a1")
    await queue.put("a2")
    async for each in asyncio.as_completed([start("a.4", asyncio.sleep(0.2, "a3")), start("a.6", asyncio.sleep(0.5, "a5")), start("a.8", asyncio.sleep(0.2, "a7"))], timeout=0.2):
        log("next", each.get_name(), await each)
    for _ in range(2):
        log("cancelling", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.5) as limit:
            for each in asyncio.as_completed([start("a.10", asyncio.sleep(0.2, "a9"))]):
                log("next", await each)
    except TimeoutError as error:
        log("a11", repr(error), limit.expired())
    return "a"


async def main():
    start("a", a())
    try:
        async with asyncio.TaskGroup() as group:
            start("main.1", a(), group)
            start("main.2", a(), group)
            await asyncio.sleep(0.2)
            log("main3")
    except ExceptionGroup as errors:
        log("main4", repr(errors))
    log("cancel a", tasks["a"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
