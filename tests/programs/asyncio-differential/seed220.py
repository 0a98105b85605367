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
    log("a1")
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    await asyncio.sleep(0.3)
    if not future.done():
        future.set_exception(KeyError("b3"))
    return "b"


async def c():
    await asyncio.sleep(0.3)
    done, pending = await asyncio.wait([start("c.1", b()), start("c.2", b()), start("c.3", a())])
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    log("got", await a())
    log("cancel b", tasks["b"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
