import asyncio

tasks = {}
cond = asyncio.Condition()


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
            start("a.2", asyncio.sleep(0.3, "a1"), group)
            await asyncio.sleep(1)
    except* ValueError as errors:
        log("a3", repr(errors))
    await asyncio.sleep(0.3)
    await asyncio.sleep(1)
    log("a4")
    tasks["b"].add_done_callback(lambda task: log("a5", outcome(task)))
    return "a"


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", asyncio.sleep(0.3, "b1"), group)
            start("b.4", asyncio.sleep(1, "b3"), group)
    except* ValueError as errors:
        log("b5", repr(errors))
    return "b"


async def c():
    try:
        await asyncio.sleep(0.3)
    finally:
        log("c1")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("cancel c", tasks["c"].cancel("main1"))
            asyncio.get_running_loop().call_soon(log, "main2")
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
