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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    finally:
        log("ticks ends")


async def a():
    if not asyncio.current_task().cancelling():
        raise ValueError("a1")
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.5)
    log("a4")
    return "a"


async def b():
    await asyncio.sleep(1)
    log("b1")


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    log("main1")
    task2 = start("main.4", asyncio.sleep(0.3, "main3"))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
