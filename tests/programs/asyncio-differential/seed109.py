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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.1)


async def b():
    if not asyncio.current_task().cancelling():
        raise KeyError("b1")
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.3)
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.1", b())], timeout=0.3)
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    asyncio.get_running_loop().call_later(0.3, tasks["b"].cancel)
    done, pending = await asyncio.wait([start("main.3", c()), start("main.4", a()), tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.1)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
