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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(1, "a1"))])
    log("done", names(done), "pending", names(pending))
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(1)
            log("a3")
    except TimeoutError as error:
        log("a4", repr(error), limit.expired())
    log("cancel c", tasks["c"].cancel("a5"))
    await asyncio.sleep(1)
    return "a"


async def b():
    log("cancel d", tasks["d"].cancel())
    log("cancel a", tasks["a"].cancel())
    try:
        async with asyncio.timeout(0.2) as limit:
            await asyncio.sleep(0.2)
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    await asyncio.sleep(1)


async def c():
    await asyncio.sleep(1)
    log("c1")
    return "c"


async def d():
    task1 = start("d.2", b())
    for _ in range(2):
        if sem.locked():
            sem.release()
    log("gathered", await asyncio.gather(task1, return_exceptions=True))
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    log("gathered", await asyncio.gather(b(), b(), return_exceptions=True))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
