import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
future = None
queue = asyncio.Queue(1)


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
        log("in time", await asyncio.wait_for(future, 0.3))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    return "a"


async def b():
    queue.shutdown()
    return "b"


async def c():
    await asyncio.sleep(1)
    if not future.done():
        future.cancel()
    await asyncio.sleep(0.3)
    log("c4")
    queue.put_nowait("c5")
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await queue.put("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
