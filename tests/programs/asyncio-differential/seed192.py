import asyncio

tasks = {}
cond = asyncio.Condition()
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
    try:
        async with asyncio.timeout(1) as limit:
            try:
                log("a1")
            except asyncio.CancelledError as error:
                log("a2", repr(error))
                log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    async with barrier as position:
        log("barrier", position)
        log("cancel a", tasks["a"].cancel("a4"))
    task5 = start("a.7", asyncio.sleep(0.3, "a6"))
    return "a"


async def b():
    log("b1")
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("cancel a", tasks["a"].cancel())
    log("shielded", await asyncio.shield(tasks["b"]))
    done, pending = await asyncio.wait([start("main.4", asyncio.sleep(0.3, "main3")), tasks["a"]], timeout=0.1)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
