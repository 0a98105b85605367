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
    try:
        try:
            await asyncio.sleep(0.2)
        finally:
            log("a1")
            tasks["a"].add_done_callback(lambda task: log("a2", outcome(task)))
    finally:
        log("a3")


async def b():
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(0.2)
    log("b4")
    raise ValueError("b")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            await asyncio.sleep(0.2)
            log("main1")
            log("cancel b", tasks["b"].cancel("main2"))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
