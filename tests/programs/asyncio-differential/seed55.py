import asyncio

tasks = {}
future = None
queue = asyncio.PriorityQueue(2)


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
    await asyncio.sleep(1)
    log("a1")
    await asyncio.sleep(0.3)
    await asyncio.sleep(1)
    log("a2")
    return "a"


async def b():
    asyncio.get_running_loop().call_later(0.3, tasks["a"].cancel)
    if not future.done():
        future.set_exception(KeyError("b3"))
    log("in time", await asyncio.wait_for(tasks["a"], 1))
    task6 = start("b.7", a())
    raise ValueError("b")


async def c():
    if not future.done():
        future.cancel("c3")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "c4"), 0.5))
    except TimeoutError as error:
        log("c5", repr(error), repr(error.__cause__))
    log("size", queue.qsize(), queue.full())
    log("gathered", await asyncio.gather(future, return_exceptions=True))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("main1")
    log("got", await tasks["c"])
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
