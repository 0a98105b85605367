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


async def a():
    for _ in range(3):
        try:
            task1 = start("a.3", asyncio.sleep(1, "a2"))
        except asyncio.CancelledError as error:
            log("a4", repr(error))
            raise
    await asyncio.sleep(0)
    log("a5")
    await asyncio.sleep(0)
    log("a6")
    await asyncio.sleep(0.2)
    log("a7")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    task1 = start("b.2", a())


async def c():
    log("in time", await asyncio.wait_for(b(), 1))
    log("cancel a", tasks["a"].cancel("c2"))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c3")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel("main1"))
    await asyncio.sleep(0.2)
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
