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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.1, "a1"), group)
    except ExceptionGroup as errors:
        log("a3", repr(errors))
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    done, pending = await asyncio.wait([start("a.6", asyncio.sleep(0.1, "a5"))], timeout=1)
    log("done", names(done), "pending", names(pending))
    log("cancelling", asyncio.current_task().cancelling())


async def b():
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    task2 = start("b.4", asyncio.sleep(0.1, "b3"))


async def main():
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
