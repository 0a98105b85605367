import asyncio

tasks = {}
cond = asyncio.Condition()
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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        async with cond:
            log("a1")
            await cond.wait_for(lambda: len(tasks) > 2)
            log("a2")
    except BaseException as error:
        log("a3", repr(error))
        await asyncio.sleep(0.5)
    log("a4")
    await asyncio.sleep(1)
    log("a5")
    raise ValueError("a")


async def b():
    async with cond:
        cond.notify()
    log("got", await a())
    for each in asyncio.as_completed([start("b.2", asyncio.sleep(0.2, "b1")), start("b.4", asyncio.sleep(0.2, "b3")), start("b.6", asyncio.sleep(1, "b5"))], timeout=0.2):
        log("next", await each)
    return "b"


async def c():
    log("shielded", await asyncio.shield(a()))
    log("c2")
    log("future", await future)
    await asyncio.sleep(0.5)
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
