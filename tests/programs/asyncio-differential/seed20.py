import asyncio

tasks = {}
event = asyncio.Event()


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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a1"), 0.5))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a3")
    log("cancel b", tasks["b"].cancel())
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel("b1"))
    log("b2")
    await asyncio.sleep(0.5)
    log("b3")
    log("in time", await asyncio.wait_for(a(), 0))
    raise ValueError("b")


async def c():
    log("c1")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
