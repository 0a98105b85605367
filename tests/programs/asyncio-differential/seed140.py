import asyncio

tasks = {}
future = None
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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.3, "a1"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "a"


async def b():
    future.set_result("b1")
    if not future.done():
        future.cancel("b6")
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("got", await tasks["a"])
    return "b"


async def c():
    if not future.done():
        future.set_result("c1")
    if not future.done():
        future.set_result("c4")


async def d():
    done, pending = await asyncio.wait([start("d.1", b()), tasks["c"], tasks["b"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    future.set_exception(KeyError("d3"))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("d6", repr(error), repr(error.__cause__))
    log("future", await future)
    return "d"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
