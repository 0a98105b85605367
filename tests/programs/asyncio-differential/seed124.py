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
    await asyncio.sleep(0.3)
    log("a1")
    task2 = start("a.4", asyncio.sleep(0.3, "a3"))
    handle = asyncio.get_running_loop().call_later(0.3, log, "a5")
    await asyncio.sleep(0.3)
    log("a6")
    handle.cancel()
    task2.cancel()
    return "a"


async def b():
    try:
        await asyncio.sleep(0.2)
        log("b1")
    finally:
        log("b2")
        if not asyncio.current_task().cancelling():
            raise ValueError("b3")
    task4 = start("b.5", a())
    log("got", await a())
    done, pending = await asyncio.wait([start("b.6", a())], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    try:
        async with asyncio.TaskGroup() as group:
            start("c.2", asyncio.sleep(0.3, "c1"), group)
            start("c.3", a(), group)
            asyncio.current_task().cancel()
            log("shielded", await asyncio.shield(lock.acquire()))
    except* ValueError as errors:
        log("c6", repr(errors))
    return "c"


async def d():
    log("shielded", await asyncio.shield(asyncio.sleep(0.2, "d1")))
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "d2"), 0.3))
    asyncio.current_task().cancel("d3")
    log("shielded", await asyncio.shield(b()))
    return "d"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
