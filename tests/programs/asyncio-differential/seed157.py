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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0, "a2")))
    async with asyncio.TaskGroup() as group:
        start("a.4", asyncio.sleep(0, "a3"), group)
        start("a.6", asyncio.sleep(0, "a5"), group)
    done, pending = await asyncio.wait([start("a.8", asyncio.sleep(0, "a7"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    try:
        await asyncio.sleep(1)
        log("a9")
    except ValueError as error:
        log("a10", repr(error))
        raise
    else:
        log("shielded", await asyncio.shield(asyncio.sleep(0, "a11")))


async def main():
    start("a", a())
    try:
        async with asyncio.TaskGroup() as group:
            start("main.1", a(), group)
    except* ValueError as errors:
        log("main2", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
