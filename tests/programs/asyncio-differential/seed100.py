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
    if not asyncio.current_task().cancelling():
        raise ValueError("a1")
    try:
        await asyncio.sleep(0.3)
        log("a2")
    finally:
        log("a3")
    log("cancel b", tasks["b"].cancel("a4"))
    return "a"


async def b():
    await asyncio.sleep(1)
    log("b1")
    task2 = start("b.3", a())
    await asyncio.sleep(1)
    log("b4")
    log("uncancel", asyncio.current_task().uncancel())
    raise ValueError("b")


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
