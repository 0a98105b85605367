import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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
    if sem.locked():
        sem.release()
    task1 = start("a.3", asyncio.sleep(0, "a2"))
    if not asyncio.current_task().cancelling():
        raise KeyError("a4")


async def b():
    async with sem:
        log("b1")
        log("b2")
    log("shielded", await asyncio.shield(asyncio.sleep(0, "b3")))
    await asyncio.sleep(0)
    log("b4")
    return "b"


async def c():
    async with sem:
        log("c1")
        await asyncio.sleep(0.5)
        log("c2")
        log("cancel b", tasks["b"].cancel())
    try:
        log("c4")
    except BaseException as error:
        log("c5", repr(error))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    except TimeoutError as error:
        log("c7", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(tasks["a"], asyncio.sleep(0.5, "c9")))
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
