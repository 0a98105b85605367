import asyncio

tasks = {}
queue = asyncio.Queue()


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
    queue.shutdown(immediate=True)
    try:
        async with asyncio.TaskGroup() as group:
            start("a.3", asyncio.sleep(0, "a2"), group)
            log("in time", await asyncio.wait_for(queue.get(), 0))
    except ExceptionGroup as errors:
        log("a5", repr(errors))
    return "a"


async def main():
    start("a", a())
    log("get", queue.get_nowait())
    log("got", await tasks["a"])
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
