import asyncio

tasks = {}
future = None
queue = asyncio.Queue(2)


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


async def a():
    await queue.put("a1")
    try:
        async with asyncio.TaskGroup() as group:
            start("a.3", asyncio.sleep(0.5, "a2"), group)
            start("a.5", asyncio.sleep(0.5, "a4"), group)
    except ExceptionGroup as errors:
        log("a6", repr(errors))
    return "a"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    try:
        log("get", await queue.get())
        try:
            await asyncio.sleep(0.3)
            await queue.put("main1")
        finally:
            log("main2")
            log("cancel a", tasks["a"].cancel("main3"))
    except ValueError as error:
        log("main4", repr(error))
    done, pending = await asyncio.wait([start("main.5", a()), start("main.7", asyncio.sleep(0.3, "main6")), tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
