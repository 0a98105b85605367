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
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    log("cancel b", tasks["b"].cancel())
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a4")))
    for _ in range(3):
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a5"), 0.3))
        except TimeoutError as error:
            log("a6", repr(error), repr(error.__cause__))
        await asyncio.sleep(0.3)


async def b():
    task1 = start("b.3", asyncio.sleep(0.3, "b2"))
    log("cancel a", tasks["a"].cancel())
    try:
        log("in time", await asyncio.wait_for(task1, 0.3))
    except TimeoutError as error:
        log("b6", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.3)
    log("b7")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    task1 = start("main.2", b())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
