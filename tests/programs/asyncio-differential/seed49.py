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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.1)
    log("a5")
    task6 = start("a.8", asyncio.sleep(0, "a7"))
    return "a"


async def b():
    log("cancel c", tasks["c"].cancel())
    task2 = start("b.4", asyncio.sleep(0.3, "b3"))
    await asyncio.sleep(0)
    log("b5")
    return "b"


async def c():
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_soon(log, "c1")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0.3, "main1")), tasks["b"], tasks["a"]])
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.3)
    log("main3")
    task4 = start("main.5", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
