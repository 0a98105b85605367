import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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
            await asyncio.sleep(0.3)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.2)
        log("ticks1")


async def a():
    await asyncio.sleep(0.1)
    task1 = start("a.3", asyncio.sleep(0.3, "a2"))
    try:
        log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a4")))
    except asyncio.CancelledError as error:
        log("a5", repr(error))
    async for i in ticks():
        log("tick", i)
        task6 = start("a.8", asyncio.sleep(0.3, "a7"))


async def b():
    async with asyncio.timeout(0.1) as limit:
        log("got", await a())
        if sem.locked():
            sem.release()
    log("got", await tasks["a"])
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
