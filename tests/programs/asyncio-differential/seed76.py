import asyncio

tasks = {}
sem = asyncio.Semaphore(2)


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
    await asyncio.sleep(0)
    log("a1")
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0, "a2")), start("a.5", asyncio.sleep(0, "a4")), start("a.7", asyncio.sleep(0.1, "a6"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    raise ValueError("a")


async def b():
    if not asyncio.current_task().cancelling():
        raise ValueError("b1")
    done, pending = await asyncio.wait([start("b.2", a()), start("b.3", a()), start("b.5", asyncio.sleep(0, "b4"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    log("cancel d", tasks["d"].cancel())
    await asyncio.sleep(0.1)
    log("b7")
    return "b"


async def c():
    try:
        async with asyncio.TaskGroup() as group:
            start("c.2", asyncio.sleep(0.2, "c1"), group)
            start("c.4", asyncio.sleep(0.2, "c3"), group)
    except BaseExceptionGroup as errors:
        log("c5", repr(errors))
    log("in time", await asyncio.wait_for(tasks["a"], 0.1))
    raise ValueError("c")


async def d():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "d1"), 0.2))
    except TimeoutError as error:
        log("d2", repr(error), repr(error.__cause__))
    try:
        await asyncio.sleep(0.1)
        log("d3")
    except Exception as error:
        log("d4", repr(error))
    task5 = start("d.6", c())
    done, pending = await asyncio.wait([start("d.7", a()), start("d.9", asyncio.sleep(0.1, "d8"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    task1 = start("main.2", c())
    done, pending = await asyncio.wait([start("main.3", c())], return_when=asyncio.FIRST_COMPLETED, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    task1.cancel()
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
