import asyncio

tasks = {}
future = None


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
    future.cancel("a3")
    await asyncio.sleep(1)
    log("a4")
    log("cancelling", asyncio.current_task().cancelling())
    future.set_exception(KeyError("a6"))
    return "a"


async def b():
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel a", tasks["a"].cancel())
    raise ValueError("b")


async def c():
    await asyncio.sleep(0)
    asyncio.current_task().cancel()
    await asyncio.sleep(0.1)
    log("c2")
    return "c"


async def d():
    await asyncio.sleep(0)
    log("d1")
    await asyncio.sleep(1)
    log("d2")
    return "d"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
