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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.5)
        log("ticks2")
        raise


async def a():
    tasks["a"].add_done_callback(lambda task: log("a1", outcome(task)))
    return "a"


async def b():
    try:
        async for i in ticks():
            log("tick", i)
            if i == 0:
                break
    finally:
        log("b1")
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "b2"), 0.5))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "main1"), 0.5))
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.5)
    log("main2")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
