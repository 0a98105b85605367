import asyncio

tasks = {}
cond = asyncio.Condition()


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


async def a():
    async with asyncio.TaskGroup() as group:
        start("a.2", asyncio.sleep(1, "a1"), group)
        start("a.4", asyncio.sleep(1, "a3"), group)
        if not asyncio.current_task().cancelling():
            raise KeyError("a5")
        await cond.acquire()
        try:
            log("cond", await cond.wait())
        finally:
            cond.release()
    try:
        async with asyncio.TaskGroup() as group:
            start("a.7", asyncio.sleep(0.2, "a6"), group)
            start("a.9", asyncio.sleep(0.2, "a8"), group)
    except* ValueError as errors:
        log("a10", repr(errors))
    log("ready", get_ready())
    cond.notify(2)
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    task1 = start("main.3", asyncio.sleep(0.2, "main2"))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
