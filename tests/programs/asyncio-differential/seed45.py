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


async def a():
    asyncio.get_running_loop().call_soon(log, "a1")
    try:
        await asyncio.sleep(0)
        log("a2")
        await asyncio.sleep(0)
        log("a3")
    except Exception as error:
        log("a4", repr(error))
    await asyncio.sleep(0.2)
    log("a5")
    return "a"


async def b():
    log("got", await a())
    log("in time", await asyncio.wait_for(tasks["a"], 0.2))
    log("got", await tasks["a"])
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("b2")
    return "b"


async def c():
    log("c1")
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
    log("c3")
    return "c"


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
