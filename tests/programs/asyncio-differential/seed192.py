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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    task1 = start("a.3", asyncio.sleep(0.1, "a2"))
    log("in time", await asyncio.wait_for(task1, 0.3))
    log("cancel c", tasks["c"].cancel())
    return "a"


async def b():
    task1 = start("b.2", a())
    await asyncio.sleep(0.3)
    log("cancel b", tasks["b"].cancel("b3"))
    log("got", await tasks["a"])
    return "b"


async def c():
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    done, pending = await asyncio.wait([start("c.1", a()), tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
