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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await asyncio.sleep(0.1)
    log("a1")
    try:
        await asyncio.sleep(0.2)
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        raise
    raise ValueError("a")


async def b():
    log("cancelling", asyncio.current_task().cancelling())
    if not future.done():
        future.cancel()
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.2, future.set_result, "late")
    done, pending = await asyncio.wait([start("b.5", a())])
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    try:
        task1 = start("c.3", asyncio.sleep(0.1, "c2"))
    except BaseException as error:
        log("c4", repr(error))
    else:
        log("got", await a())
    log("future", await future)
    try:
        if not future.done():
            future.set_exception(KeyError("c6"))
    finally:
        log("c8")
        if not future.done():
            future.cancel()


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    if not future.done():
        future.cancel("main3")
    await asyncio.sleep(0.5)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
