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
    log("cancel d", tasks["d"].cancel())
    return "a"


async def b():
    try:
        asyncio.get_running_loop().call_soon(log, "b1")
    except ValueError as error:
        log("b2", repr(error))
    log("shielded", await asyncio.shield(a()))
    await asyncio.sleep(0)
    log("b4")
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    return "c"


async def d():
    done, pending = await asyncio.wait([start("d.2", asyncio.sleep(0.2, "d1")), start("d.3", c())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
