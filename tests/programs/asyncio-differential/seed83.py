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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.3)
        log("ticks1")


async def a():
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0.1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    async for i in ticks():
        log("tick", i)
        done, pending = await asyncio.wait([start("a.4", asyncio.sleep(0.3, "a3")), start("a.6", asyncio.sleep(0.1, "a5")), start("a.8", asyncio.sleep(0.3, "a7"))], return_when=asyncio.FIRST_COMPLETED)
        log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.1)
    log("a9")
    await asyncio.sleep(0.1)
    return "a"


async def b():
    async with asyncio.timeout(0.3) as limit:
        task1 = start("b.2", a())
        await asyncio.sleep(0.1)
        log("b3")
        task4 = start("b.6", asyncio.sleep(0.1, "b5"))
    log("got", await tasks["a"])
    await asyncio.sleep(0.1)
    log("cancel b", tasks["b"].cancel("b7"))
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
