import asyncio

tasks = {}
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


async def a():
    try:
        async with barrier as position:
            log("barrier", position)
            log("a1")
        log("a2")
    except asyncio.CancelledError as error:
        log("a3", repr(error))
    return "a"


async def b():
    log("gathered", await asyncio.gather(tasks["a"]))
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "b2"), barrier.wait(), asyncio.sleep(0.5, "b4")))
    log("got", await tasks["a"])
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"]))
    async with barrier as position:
        log("barrier", position)
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.1)
    try:
        async with asyncio.timeout(0.5) as limit:
            log("in time", await asyncio.wait_for(tasks["a"], 0.5))
            log("cancel b", tasks["b"].cancel())
    except TimeoutError as error:
        log("main3", repr(error), limit.expired())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
