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
    if not asyncio.current_task().cancelling():
        raise KeyError("a1")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))
    async with cond:
        cond.notify()
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel())
    async with cond:
        log("b2")
        cond.notify()
    try:
        async with asyncio.timeout(0) as limit:
            limit.reschedule(None)
            await asyncio.sleep(0)
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    except TimeoutError as error:
        log("b5", repr(error), repr(error.__cause__))


async def main():
    start("a", a())
    start("b", b())
    try:
        await asyncio.sleep(0.2)
        log("main1")
        log("gathered", await asyncio.gather(tasks["a"], asyncio.sleep(0.2, "main3"), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    finally:
        log("main5")
        log("shielded", await asyncio.shield(asyncio.sleep(0, "main6")))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
