import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
event = asyncio.Event()
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


async def a():
    async with asyncio.TaskGroup() as group:
        start("a.2", asyncio.sleep(0, "a1"), group)
        start("a.4", asyncio.sleep(1, "a3"), group)
    log("shielded", await asyncio.shield(barrier.wait()))
    log("a6")


async def main():
    start("a", a())
    event.set()
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
