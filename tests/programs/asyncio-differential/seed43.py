import asyncio

tasks = {}


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
        await asyncio.sleep(0.5)
        log("ticks1")


async def a():
    await asyncio.sleep(0)
    log("a1")
    async for i in ticks():
        log("tick", i)
        asyncio.get_running_loop().call_later(0.5, tasks["a"].cancel, "a2")
    if not asyncio.current_task().cancelling():
        raise ValueError("a3")
    task4 = start("a.6", asyncio.sleep(0.5, "a5"))


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    return "b"


async def c():
    log("gathered", await asyncio.gather(b(), tasks["a"], tasks["b"]))
    try:
        async with asyncio.timeout(0.3) as limit:
            task4 = start("c.6", asyncio.sleep(0.3, "c5"))
    except TimeoutError as error:
        log("c7", repr(error), limit.expired())
    await asyncio.sleep(0)
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
