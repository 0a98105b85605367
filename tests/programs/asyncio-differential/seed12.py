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
    for _ in range(3):
        log("a1")
    await asyncio.sleep(1)
    log("a2")
    try:
        async with asyncio.TaskGroup() as group:
            start("a.4", asyncio.sleep(1, "a3"), group)
            start("a.6", asyncio.sleep(1, "a5"), group)
    except BaseExceptionGroup as errors:
        log("a7", repr(errors))


async def b():
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.5)
    async with asyncio.timeout(0.1) as limit:
        limit.reschedule(None)
        try:
            async with asyncio.timeout(1) as limit:
                log("cancel c", tasks["c"].cancel())
        except TimeoutError as error:
            log("b2", repr(error), limit.expired())
        log("got", await tasks["a"])


async def c():
    log("gathered", await asyncio.gather(tasks["b"], a()))
    task3 = start("c.4", a())
    await asyncio.sleep(0.5)
    log("c5")
    await asyncio.sleep(0.1)
    log("c6")
    return "c"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("cancel a", tasks["a"].cancel("main1"))
            try:
                log("in time", await asyncio.wait_for(tasks["c"], 1))
            except TimeoutError as error:
                log("main3", repr(error), repr(error.__cause__))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
