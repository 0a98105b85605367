import asyncio

tasks = {}
future = None
cond = asyncio.Condition()


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
    async with cond:
        log("a1")
        log("cond", await cond.wait())
    log("cancel b", tasks["b"].cancel("a2"))
    task3 = start("a.5", asyncio.sleep(0, "a4"))
    return "a"


async def b():
    try:
        try:
            log("in time", await asyncio.wait_for(future, 0.1))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
    except Exception as error:
        log("b3", repr(error))
    task4 = start("b.5", a())
    await asyncio.sleep(0)
    log("b6")
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel("c1"))
    log("future", await future)
    if not future.done():
        future.set_result("c2")
    log("c5")
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().cancel()
    if not future.done():
        future.cancel()
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
