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
    await asyncio.sleep(1)
    task1 = start("a.3", asyncio.sleep(0.1, "a2"))
    await asyncio.sleep(0.5)
    log("a4")
    try:
        async with asyncio.TaskGroup() as group:
            start("a.6", asyncio.sleep(0.5, "a5"), group)
            await asyncio.sleep(1)
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(1, "a8"), return_exceptions=True))
    except BaseExceptionGroup as errors:
        log("a9", repr(errors))
    raise ValueError("a")


async def b():
    asyncio.get_running_loop().call_soon(log, "b1")
    log("in time", await asyncio.wait_for(a(), 0.1))
    task3 = start("b.4", a())
    log("cancel a", tasks["a"].cancel())
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
