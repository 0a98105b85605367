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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.5, "a1"))])
    log("done", names(done), "pending", names(pending))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a3"), 0))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    try:
        log("cancel a", tasks["a"].cancel())
    except ValueError as error:
        log("b4", repr(error), repr(error.__context__))
        raise
    task5 = start("b.6", a())
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main1"), 0))
    try:
        await asyncio.sleep(0)
    finally:
        log("main2")
        log("cancel a", tasks["a"].cancel("main3"))


try:
    asyncio.run(main())
finally:
    tasks.clear()
