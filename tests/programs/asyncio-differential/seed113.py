import asyncio

tasks = {}
future = None


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
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.3, "a1"), group)
            start("a.4", asyncio.sleep(0.5, "a3"), group)
    finally:
        log("a5")
    log("in time", await asyncio.wait_for(future, 0.2))
    log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a7"), 0.2))
    await asyncio.sleep(0.5)
    log("a8")
    return "a"


async def b():
    log("b1")
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", a(), group)
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "b3"), 0.5))
            except TimeoutError as error:
                log("b4", repr(error), repr(error.__cause__))
    except asyncio.CancelledError as error:
        log("b5", repr(error))
    return "b"


async def c():
    if not future.done():
        future.set_exception(KeyError("c2"))
    future.set_result("c4")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel b", tasks["b"].cancel())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
