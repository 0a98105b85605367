import asyncio

tasks = {}
sem = asyncio.Semaphore(2)


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
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a1"), 1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.3)
    log("a3")
    await asyncio.sleep(0.3)
    log("a4")
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(1)
    log("b4")
    raise ValueError("b")


async def c():
    task1 = start("c.3", asyncio.sleep(0.3, "c2"))
    await asyncio.sleep(0.3)
    return "c"


async def d():
    async for each in asyncio.as_completed([start("d.2", asyncio.sleep(0.3, "d1")), start("d.3", a()), start("d.4", b())]):
        log("next", each.get_name(), await each)
    log("shielded", await asyncio.shield(asyncio.sleep(1, "d5")))
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
