import asyncio

tasks = {}
cond = asyncio.Condition()
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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.1)


async def a():
    await asyncio.sleep(0.3)
    log("a1")
    async for i in ticks():
        log("tick", i)
        async with cond:
            cond.notify(2)
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "b1"), tasks["a"], return_exceptions=True))
    await cond.acquire()
    try:
        await cond.wait_for(lambda: len(tasks) > 2)
        log("b3")
    finally:
        cond.release()
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
