import asyncio

tasks = {}
queue = asyncio.LifoQueue()
event = asyncio.Event()
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
            start("a.2", asyncio.sleep(1, "a1"), group)
            start("a.4", asyncio.sleep(0.5, "a3"), group)
            future.set_result("a5")
    except BaseExceptionGroup as errors:
        log("a8", repr(errors))
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(1)
    log("a10")
    return "a"


async def b():
    log("got", await tasks["a"])
    log("got", await a())
    log("future", await future)
    log("get", await queue.get())
    await queue.put("b1")
    try:
        log("get", await queue.get())
        queue.task_done()
    finally:
        log("b2")
    return "b"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    future.set_result("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
