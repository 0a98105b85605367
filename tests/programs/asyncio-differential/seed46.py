import asyncio

tasks = {}
lock = asyncio.Lock()


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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    async with lock:
        log("a1")
        try:
            log("in time", await asyncio.wait_for(lock.acquire(), 0))
        except TimeoutError as error:
            log("a3", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a4"), 1))
    except TimeoutError as error:
        log("a5", repr(error), repr(error.__cause__))
    task6 = start("a.8", asyncio.sleep(1, "a7"))
    await asyncio.sleep(1)
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.2", asyncio.sleep(0, "b1"))], timeout=1)
    log("done", names(done), "pending", names(pending))
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    log("cancel b", tasks["b"].cancel())
    log("got", await tasks["a"])
    return "b"


async def c():
    await asyncio.sleep(0)
    log("cancel a", tasks["a"].cancel("c1"))
    return "c"


async def d():
    asyncio.current_task().cancel("d1")
    handle = asyncio.get_running_loop().call_later(0, log, "d2")
    await asyncio.sleep(0)
    log("d3")
    handle.cancel()
    await asyncio.sleep(1)
    log("d4")
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("got", await d())
    log("cancel b", tasks["b"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
