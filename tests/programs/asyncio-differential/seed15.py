import asyncio

tasks = {}
queue = asyncio.LifoQueue()
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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        log("cancel b", tasks["b"].cancel())
        queue.shutdown()
    finally:
        log("a3")
    log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    raise ValueError("a")


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("get", await queue.get())
    queue.put_nowait("b1")
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
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
