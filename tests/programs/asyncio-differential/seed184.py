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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0.3)
    return "a"


async def b():
    await asyncio.sleep(0.5)
    try:
        async with asyncio.timeout(0.3) as limit:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "b1"), 0.5))
            except TimeoutError as error:
                log("b2", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    await asyncio.sleep(0.3)
    log("b4")
    return "b"


async def c():
    await asyncio.sleep(0.5)
    log("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.5)
    log("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
