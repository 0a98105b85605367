import asyncio

tasks = {}
future = None
sem = asyncio.BoundedSemaphore(1)
barrier = asyncio.Barrier(3)


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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("future", await future)
    for each in asyncio.as_completed([start("a.2", asyncio.sleep(0.5, "a1")), start("a.4", asyncio.sleep(1, "a3")), start("a.6", asyncio.sleep(1, "a5"))]):
        log("next", await each)
    if not future.done():
        future.set_result("a7")
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(future, 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("b3")
    return "b"


async def c():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    if not future.done():
        future.set_exception(KeyError("c2"))
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    future.set_result("main1")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
