import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
future = None
queue = asyncio.Queue(1)


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    all = asyncio.gather(future, future, queue.get(), return_exceptions=True)
    await asyncio.sleep(1)
    log("gathered", await all)
    raise ValueError("a")


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    if not future.done():
        future.cancel()


async def c():
    await queue.put("c1")
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    task2 = start("c.4", asyncio.sleep(0.3, "c3"))
    await asyncio.sleep(0.3)
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
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
