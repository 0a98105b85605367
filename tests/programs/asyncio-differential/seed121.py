import asyncio

tasks = {}
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a1"), 0.5))
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.3, "a2")), start("a.5", asyncio.sleep(0.3, "a4"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("cancel c", tasks["c"].cancel())
    return "a"


async def b():
    try:
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), tasks["a"], asyncio.shield(asyncio.sleep(0.1))))
        log("shielded", await asyncio.shield(asyncio.sleep(0.3, "b4")))
    except Exception as error:
        log("b5", repr(error))
        raise
    await asyncio.sleep(0.3)
    raise ValueError("b")


async def c():
    if not asyncio.current_task().cancelling():
        raise ValueError("c1")
    return "c"


async def d():
    await asyncio.sleep(0.5)
    log("d1")
    log("cancel a", tasks["a"].cancel())
    return "d"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("cancel c", tasks["c"].cancel("main1"))
    log("cancel d", tasks["d"].cancel())
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
