import asyncio

tasks = {}


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
    try:
        log("a1")
        log("cancel c", tasks["c"].cancel())
    except asyncio.CancelledError as error:
        log("a3", repr(error))
    log("uncancel", asyncio.current_task().uncancel())
    return "a"


async def b():
    for _ in range(2):
        done, pending = await asyncio.wait([start("b.1", a()), start("b.2", a())], return_when=asyncio.FIRST_COMPLETED)
        log("done", names(done), "pending", names(pending))
        log("gathered", await asyncio.gather(tasks["a"], asyncio.sleep(1, "b4"), asyncio.sleep(0.2, "b5"), return_exceptions=True))
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"], asyncio.sleep(1, "b8"), return_exceptions=True))
    await asyncio.sleep(0.2)
    log("b9")
    return "b"


async def c():
    log("gathered", await asyncio.gather(tasks["b"]))


async def main():
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
