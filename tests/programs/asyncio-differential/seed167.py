import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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
    await asyncio.sleep(0.5)
    log("a1")
    return "a"


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    task2 = start("b.4", asyncio.sleep(0.3, "b3"))
    await asyncio.sleep(0.5)


async def c():
    log("in time", await asyncio.wait_for(tasks["a"], 0.5))
    log("shielded", await asyncio.shield(asyncio.sleep(0.3, "c2")))
    await asyncio.sleep(0.3)
    return "c"


async def d():
    task1 = start("d.3", asyncio.sleep(0.5, "d2"))
    await asyncio.sleep(0.3)
    log("d4")
    asyncio.current_task().cancel("d5")
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.3)
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(0.3)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
