import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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
    await asyncio.sleep(0)
    try:
        await asyncio.sleep(0)
    except Exception as error:
        log("a1", repr(error))
        for each in asyncio.as_completed([start("a.3", asyncio.sleep(1, "a2")), start("a.5", asyncio.sleep(1, "a4"))]):
            log("next", await each)
    for each in asyncio.as_completed([start("a.7", asyncio.sleep(0, "a6")), start("a.9", asyncio.sleep(1, "a8")), start("a.11", asyncio.sleep(0, "a10"))], timeout=1):
        log("next", await each)
    log("a12")
    return "a"


async def main():
    start("a", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
