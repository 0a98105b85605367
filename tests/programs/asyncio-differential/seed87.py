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
    tasks["a"].add_done_callback(lambda task: log("a1", outcome(task)))
    asyncio.current_task().cancel()
    async with asyncio.TaskGroup() as group:
        start("a.4", asyncio.sleep(1, "a3"), group)
        start("a.6", asyncio.sleep(0.2, "a5"), group)
        try:
            async with asyncio.timeout(0) as limit:
                async for each in asyncio.as_completed([start("a.8", asyncio.sleep(0, "a7")), start("a.10", asyncio.sleep(1, "a9")), start("a.12", asyncio.sleep(0.2, "a11"))], timeout=1):
                    log("next", each.get_name(), await each)
        except TimeoutError as error:
            log("a13", repr(error), limit.expired())
    return "a"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    for _ in range(3):
        try:
            async with asyncio.TaskGroup() as group:
                start("main.1", a(), group)
                start("main.2", a(), group)
        except BaseExceptionGroup as errors:
            log("main3", repr(errors))
    log("gathered", await asyncio.gather(tasks["a"], a(), return_exceptions=True))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
