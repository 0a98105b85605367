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


async def a():
    log("a1")
    async for each in asyncio.as_completed([start("a.3", asyncio.sleep(0.3, "a2")), start("a.5", asyncio.sleep(0.5, "a4")), start("a.7", asyncio.sleep(0.3, "a6"))], timeout=0.3):
        log("next", each.get_name(), await each)
    for _ in range(3):
        asyncio.current_task().cancel("a8")
    return "a"


async def b():
    log("got", await a())
    log("got", await tasks["a"])
    async with lock:
        log("b1")
        task2 = start("b.3", a())
        log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.3)
    log("b4")
    return "b"


async def c():
    task1 = start("c.3", asyncio.sleep(0.3, "c2"))
    await asyncio.sleep(0.3)
    log("c4")
    try:
        log("got", await a())
    except ValueError as error:
        log("c5", repr(error))
        asyncio.get_running_loop().call_later(0.5, tasks["a"].cancel, "c6")
        await asyncio.sleep(0.5)
    else:
        log("got", await task1)
    log("shielded", await asyncio.shield(asyncio.sleep(0.5, "c7")))
    await asyncio.sleep(0.5)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
