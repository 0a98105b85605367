import asyncio

tasks = {}
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


async def a():
    try:
        await asyncio.sleep(1)
        log("a1")
    except ValueError as error:
        log("a2", repr(error))
    else:
        log("cancel b", tasks["b"].cancel("a3"))
    log("cancel a", tasks["a"].cancel())
    log("a5")
    return "a"


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("got", await tasks["a"])
    tasks["b"].add_done_callback(lambda task: log("b1", outcome(task)))
    log("b2")
    log("cancel b", tasks["b"].cancel())
    log("got", await tasks["a"])
    asyncio.get_running_loop().call_soon(log, "b4")
    if not asyncio.current_task().cancelling():
        raise ValueError("b5")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("in time", await asyncio.wait_for(a(), 1))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
