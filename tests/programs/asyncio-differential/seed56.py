import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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
    await asyncio.sleep(0.2)
    log("a1")
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    log("cancel c", tasks["c"].cancel())
    all = asyncio.gather(asyncio.sleep(0, "a4"), asyncio.sleep(0.2, "a5"), asyncio.sleep(0.5, "a6"))
    await asyncio.sleep(0.2)
    log("a7")
    log("gathered", await all)
    raise ValueError("a")


async def b():
    if sem.locked():
        sem.release()
    try:
        async with sem:
            log("b1")
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
            except TimeoutError as error:
                log("b3", repr(error), repr(error.__cause__))
        asyncio.get_running_loop().call_soon(log, "b4")
    except asyncio.CancelledError as error:
        log("b5", repr(error), repr(error.__cause__))
        raise
    raise ValueError("b")


async def c():
    log("got", await a())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.2, tasks["c"].cancel)


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().cancel()
    async with sem:
        log("main2")
        await asyncio.sleep(0.2)
        await asyncio.sleep(0.2)
        log("main3")
    all = asyncio.gather(asyncio.sleep(0.2, "main4"), asyncio.shield(asyncio.sleep(0.1)), a())
    await asyncio.sleep(0.2)
    log("gathered", await all)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
