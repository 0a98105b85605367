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
    await asyncio.sleep(0.1)
    log("a1")
    try:
        await asyncio.sleep(0.2)
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        raise
    return "a"


async def b():
    for each in asyncio.as_completed([start("b.1", a()), start("b.2", a())]):
        log("next", await each)
    asyncio.get_running_loop().call_later(0.2, future.set_result, "late")
    log("future", await future)
    await asyncio.sleep(0.2)
    log("b4")


async def c():
    asyncio.current_task().cancel()
    try:
        task2 = start("c.4", asyncio.sleep(0.1, "c3"))
    except BaseException as error:
        log("c5", repr(error))
    try:
        await asyncio.sleep(0.5)
        log("c6")
    except asyncio.CancelledError as error:
        log("c7", repr(error))
    else:
        try:
            log("in time", await asyncio.wait_for(tasks["b"], 0.2))
        except TimeoutError as error:
            log("c9", repr(error), repr(error.__cause__))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
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
