import asyncio

tasks = {}
lock = asyncio.Lock()


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        async with lock:
            log("a1")
            log("a2")
    except BaseException as error:
        log("a3", repr(error))
    log("cancel a", tasks["a"].cancel())
    done, pending = await asyncio.wait([start("a.6", asyncio.sleep(0.5, "a5"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
    log("done", names(done), "pending", names(pending))


async def b():
    task1 = start("b.2", a())
    log("shielded", await asyncio.shield(lock.acquire()))
    log("shielded", await asyncio.shield(a()))
    raise ValueError("b")


async def c():
    try:
        await asyncio.sleep(1)
    finally:
        log("c1")
    log("shielded", await asyncio.shield(a()))
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    return "c"


async def d():
    await asyncio.sleep(1)
    log("cancel c", tasks["c"].cancel())
    log("cancel b", tasks["b"].cancel("d2"))
    log("cancel a", tasks["a"].cancel())
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(1)
    log("main1")
    await asyncio.sleep(0.1)
    log("main2")
    asyncio.current_task().cancel("main3")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
