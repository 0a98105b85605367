import asyncio

tasks = {}
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
    try:
        task1 = start("a.3", asyncio.sleep(0.3, "a2"))
        log("cancel c", tasks["c"].cancel())
    finally:
        log("a5")
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(1, "a6"), 0.2))
        except TimeoutError as error:
            log("a7", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.2)
    log("a8")
    raise ValueError("a")


async def b():
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(0.3)
    log("b4")
    try:
        log("in time", await asyncio.wait_for(task1, 0.3))
    except TimeoutError as error:
        log("b6", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    log("b7")
    raise ValueError("b")


async def c():
    await asyncio.sleep(1)
    log("c1")
    task2 = start("c.3", b())
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
