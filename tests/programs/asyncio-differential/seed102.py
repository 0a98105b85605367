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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.5)


async def a():
    async with cond:
        log("a1")
        log("cond", await cond.wait())
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0.5))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))


async def b():
    try:
        log("cancel a", tasks["a"].cancel("b1"))
        log("b2")
    except asyncio.CancelledError as error:
        log("b3", repr(error))
        raise
    done, pending = await asyncio.wait([start("b.5", asyncio.sleep(0.5, "b4")), start("b.6", a()), tasks["a"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    log("uncancel", asyncio.current_task().uncancel())
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
