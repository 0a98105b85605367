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
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a1")
    await asyncio.sleep(0.5)
    return "a"


async def main():
    start("a", a())
    log("got", await a())
    async for each in asyncio.as_completed([start("main.2", asyncio.sleep(0.3, "main1"))], timeout=0.5):
        log("next", each.get_name(), await each)
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
