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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    async for each in asyncio.as_completed([start("a.2", asyncio.sleep(1, "a1")), start("a.4", asyncio.sleep(0, "a3"))], timeout=1):
        log("next", each.get_name(), await each)
    log("cancel b", tasks["b"].cancel())
    task6 = start("a.8", asyncio.sleep(1, "a7"))
    await asyncio.sleep(0)
    log("a9")
    task6.cancel()
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "b1"), 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("b3")
    return "b"


async def c():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "c1"), 1))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0)
    async for each in asyncio.as_completed([start("c.4", asyncio.sleep(1, "c3"))]):
        log("next", each.get_name(), await each)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    log("main1")
    log("cancel c", tasks["c"].cancel("main2"))
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
