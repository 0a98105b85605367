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
    handle = asyncio.get_running_loop().call_later(1, log, "a1")
    await asyncio.sleep(0.1)
    handle.cancel()
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_later(1, log, "a2")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a3"), 0.1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    return "a"


async def b():
    task1 = start("b.2", a())
    task1.cancel()
    try:
        async with asyncio.TaskGroup() as group:
            start("b.4", a(), group)
    except* ValueError as errors:
        log("b5", repr(errors))
    log("cancel b", tasks["b"].cancel())
    log("in time", await asyncio.wait_for(a(), 0.1))
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "main1"), tasks["b"], asyncio.sleep(0.1, "main3"), return_exceptions=True))
    handle = asyncio.get_running_loop().call_later(1, log, "main4")
    await asyncio.sleep(0.1)
    log("main5")
    handle.cancel()
    try:
        async with asyncio.TaskGroup() as group:
            start("main.6", a(), group)
            start("main.7", a(), group)
            tasks["b"].add_done_callback(lambda task: log("main8", outcome(task)))
            asyncio.get_running_loop().call_later(0.1, tasks["a"].cancel)
    except ExceptionGroup as errors:
        log("main10", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
