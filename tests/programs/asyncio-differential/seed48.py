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


ready = 0


def get_ready():
    global ready
    ready += 1
    return ready


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


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
            log("ready", get_ready())
            cond.notify()
    asyncio.current_task().cancel()
    return "a"


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    for _ in range(3):
        log("gathered", await asyncio.gather(asyncio.sleep(0.1, "b4"), anext(ticks()), return_exceptions=True))
        try:
            log("in time", await asyncio.wait_for(anext(ticks()), 0.1))
        except TimeoutError as error:
            log("b7", repr(error), repr(error.__cause__))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("shielded", await asyncio.shield(a()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
