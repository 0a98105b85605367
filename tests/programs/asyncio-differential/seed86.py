import asyncio

tasks = {}
event = asyncio.Event()
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
    log("cancel a", tasks["a"].cancel())
    try:
        event.clear()
        handle = asyncio.get_running_loop().call_later(0, event.clear)
        await asyncio.sleep(1)
        log("a3")
        handle.cancel()
    except Exception as error:
        log("a4", repr(error))
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(future, 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("future", await future)
    log("b3")
    return "b"


async def c():
    log("shielded", await asyncio.shield(future))
    await asyncio.sleep(1)
    try:
        tasks["d"].add_done_callback(lambda task: log("c2", outcome(task)))
    except asyncio.CancelledError as error:
        log("c3", repr(error))
    log("future", await future)
    return "c"


async def d():
    tasks["a"].add_done_callback(lambda task: log("d1", outcome(task)))
    return "d"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("future", await future)
    task1 = start("main.2", b())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
