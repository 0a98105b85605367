import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
lock = asyncio.Lock()


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
    task1 = start("a.3", asyncio.sleep(0.2, "a2"))
    task4 = start("a.6", asyncio.sleep(0.2, "a5"))
    await asyncio.sleep(0.2)
    log("cancel a", tasks["a"].cancel("a7"))


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    raise ValueError("b")


async def c():
    if lock.locked():
        lock.release()
    return "c"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
