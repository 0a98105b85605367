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
    try:
        log("in time", await asyncio.wait_for(future, 0))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    task3 = start("a.5", asyncio.sleep(0.2, "a4"))
    if not future.done():
        future.set_exception(KeyError("a7"))
    log("gathered", await asyncio.gather(future, asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("a")


async def b():
    log("got", await tasks["a"])
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    asyncio.get_running_loop().call_soon(log, "b3")
    return "b"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
