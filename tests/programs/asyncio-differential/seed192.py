import asyncio

tasks = {}
barrier = asyncio.Barrier(3)


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


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(1, "a1"), group)
    except ExceptionGroup as errors:
        log("a3", repr(errors))
    done, pending = await asyncio.wait([start("a.5", asyncio.sleep(1, "a4"))])
    log("done", names(done), "pending", names(pending))
    log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    log("b1")
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.1", a())], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    task2 = start("c.3", b())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.2)
    log("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
