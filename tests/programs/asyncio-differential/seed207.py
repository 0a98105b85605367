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
    log("cancel b", tasks["b"].cancel())
    try:
        await asyncio.sleep(0)
    except ValueError as error:
        log("a2", repr(error))
    log("a3")
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a4")))
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    async for each in asyncio.as_completed([start("b.3", a()), start("b.5", asyncio.sleep(0.2, "b4")), start("b.7", asyncio.sleep(1, "b6"))]):
        log("next", each.get_name(), await each)
    asyncio.get_running_loop().call_later(0, tasks["b"].cancel)
    await asyncio.sleep(1)
    return "b"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            handle = asyncio.get_running_loop().call_later(0.2, log, "main1")
            await asyncio.sleep(0.2)
            handle.cancel()
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
