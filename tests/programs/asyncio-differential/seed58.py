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
        async with asyncio.timeout(1) as limit:
            log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    async with asyncio.TaskGroup() as group:
        start("a.4", asyncio.sleep(0.3, "a3"), group)
        await asyncio.sleep(1)
        log("shielded", await asyncio.shield(asyncio.sleep(1, "a5")))
    task6 = start("a.8", asyncio.sleep(1, "a7"))
    log("got", await task6)
    return "a"


async def b():
    log("in time", await asyncio.wait_for(lock.acquire(), 1))
    event.set()
    await asyncio.sleep(1)
    log("b2")
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("main1")
    try:
        await asyncio.sleep(0.3)
        log("main2")
        log("main3")
    except asyncio.CancelledError as error:
        log("main4", repr(error))
        raise
    log("gathered", await asyncio.gather(event.wait(), tasks["b"], asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
