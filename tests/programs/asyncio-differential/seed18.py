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


async def a():
    async with cond:
        cond.notify()
    asyncio.get_running_loop().call_soon(log, "a1")
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    await cond.acquire()
    try:
        cond.notify_all()
    finally:
        cond.release()
    await asyncio.sleep(0.2)
    log("b1")
    log("gathered", await asyncio.gather(asyncio.sleep(0, "b2"), asyncio.sleep(0.1, "b3"), return_exceptions=True))
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"], asyncio.sleep(0, "b6"), return_exceptions=True))
    raise ValueError("b")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
