import asyncio

tasks = {}
queue = asyncio.LifoQueue()


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


async def ticks():
    try:
        for i in range(3):
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    log("cancel a", tasks["a"].cancel("a1"))
    return "a"


async def b():
    for each in asyncio.as_completed([start("b.1", a()), start("b.2", a())]):
        log("next", await each)
    task3 = start("b.4", a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await queue.put("main1")
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
