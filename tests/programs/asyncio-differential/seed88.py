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
        async with asyncio.timeout(0.1) as limit:
            limit.reschedule(None)
            log("a1")
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.1)


async def b():
    async with asyncio.TaskGroup() as group:
        start("b.2", asyncio.sleep(0, "b1"), group)
        start("b.3", a(), group)
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "b4"), 0.1))
        log("uncancel", asyncio.current_task().uncancel())
    log("b5")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("b7", repr(error), repr(error.__cause__))
    log("cancel b", tasks["b"].cancel("b8"))
    return "b"


async def c():
    if not asyncio.current_task().cancelling():
        raise KeyError("c1")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    log("got", await tasks["b"])


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("shielded", await asyncio.shield(tasks["b"]))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
