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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a1"), 0.3))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    task3 = start("a.5", asyncio.sleep(0, "a4"))
    return "a"


async def b():
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0, "b1"), 0.2))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
        await asyncio.sleep(0)
    except BaseException as error:
        log("b3", repr(error))
        await asyncio.sleep(0.2)
    log("got", await tasks["a"])
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(0.3)
    log("b4")
    return "b"


async def c():
    asyncio.current_task().cancel()
    raise ValueError("c")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
