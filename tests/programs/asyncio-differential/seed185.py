import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
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


async def a():
    if not future.done():
        future.set_exception(KeyError("a2"))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.5, "a4"), group)
            start("a.7", asyncio.sleep(0.5, "a6"), group)
    except* ValueError as errors:
        log("a8", repr(errors))
    log("a9")
    return "a"


async def b():
    async with barrier as position:
        log("barrier", position)
        asyncio.get_running_loop().call_soon(future.set_result, "late")
    try:
        log("in time", await asyncio.wait_for(future, 0.5))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("got", await tasks["a"])
    return "b"


async def c():
    future.set_exception(KeyError("c2"))
    await asyncio.sleep(0.1)
    log("c4")
    log("cancel b", tasks["b"].cancel("c5"))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c6")
    return "c"


async def d():
    asyncio.get_running_loop().call_later(0.5, tasks["b"].cancel)
    raise ValueError("d")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(0.5)
    log("main1")
    task2 = start("main.4", asyncio.sleep(0.1, "main3"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
