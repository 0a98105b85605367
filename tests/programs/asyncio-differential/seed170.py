import asyncio

tasks = {}
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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    task1 = start("a.3", asyncio.sleep(0.3, "a2"))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.3, "a4"), group)
    except BaseExceptionGroup as errors:
        log("a6", repr(errors))
    task1.cancel()
    log("in time", await asyncio.wait_for(task1, 0.3))
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(tasks["a"]))
    await asyncio.sleep(0.3)
    log("b2")
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b3")))
    return "b"


async def c():
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel, "c1")
    log("in time", await asyncio.wait_for(tasks["b"], 0.5))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
