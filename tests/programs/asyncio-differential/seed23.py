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
    try:
        await asyncio.sleep(0.1)
        log("a1")
    except asyncio.CancelledError as error:
        log("a2", repr(error))
    await asyncio.sleep(1)
    log("a3")
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.1, "a4"), group)
            start("a.7", asyncio.sleep(0.1, "a6"), group)
    except ExceptionGroup as errors:
        log("a8", repr(errors))
    if not asyncio.current_task().cancelling():
        raise ValueError("a9")


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.1", a(), group)
    except* ValueError as errors:
        log("b2", repr(errors))
    try:
        async with asyncio.TaskGroup() as group:
            start("b.3", a(), group)
            asyncio.current_task().cancel("b4")
            log("gathered", await asyncio.gather(tasks["a"], return_exceptions=True))
    except ExceptionGroup as errors:
        log("b6", repr(errors))
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
