import asyncio

tasks = {}
event = asyncio.Event()
lock = asyncio.Lock()
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
    try:
        async with asyncio.timeout(0.5) as limit:
            log("in time", await asyncio.wait_for(event.wait(), 0.2))
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    async with asyncio.TaskGroup() as group:
        start("a.4", asyncio.sleep(0.2, "a3"), group)
        await asyncio.sleep(0.5)
        log("shielded", await asyncio.shield(asyncio.sleep(0.5, "a5")))
    task6 = start("a.8", asyncio.sleep(0.5, "a7"))
    log("got", await task6)
    return "a"


async def b():
    log("in time", await asyncio.wait_for(lock.acquire(), 0.5))
    event.set()
    await asyncio.sleep(0.5)
    log("b2")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    async with asyncio.TaskGroup() as group:
        start("main.1", a(), group)
        await asyncio.sleep(0.2)
        log("main2")
        await asyncio.sleep(0.2)
        log("main3")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
