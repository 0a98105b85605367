import asyncio

tasks = {}
barrier = asyncio.Barrier(2)


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
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.5, "a2"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.5)
    return "a"


async def b():
    await asyncio.sleep(0.5)
    log("gathered", await asyncio.gather(tasks["a"]))
    done, pending = await asyncio.wait([start("b.2", a()), start("b.3", a()), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    if not asyncio.current_task().cancelling():
        raise KeyError("c1")
    async with barrier as position:
        log("barrier", position)
        task2 = start("c.4", asyncio.sleep(0.5, "c3"))
        log("got", await a())
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.5)
    log("cancel c", tasks["c"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
