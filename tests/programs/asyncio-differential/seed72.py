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
        await asyncio.sleep(0.3)
        log("a1")
    except Exception as error:
        log("a2", repr(error))
    log("a3")
    log("cancel b", tasks["b"].cancel())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(1, "a6"), return_exceptions=True))


async def b():
    await asyncio.sleep(0.1)
    log("b1")
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.1)
    log("b3")


async def c():
    await asyncio.sleep(1)
    log("c1")
    task2 = start("c.4", asyncio.sleep(0.3, "c3"))
    await asyncio.sleep(0.3)
    log("c5")
    log("got", await tasks["b"])
    task6 = start("c.8", asyncio.sleep(0.1, "c7"))
    await asyncio.sleep(1)
    log("c9")
    return "c"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("main1")
            log("got", await a())
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
