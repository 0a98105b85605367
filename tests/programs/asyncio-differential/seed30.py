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


async def a():
    try:
        done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0, "a1"))], return_when=asyncio.FIRST_EXCEPTION)
        log("done", names(done), "pending", names(pending))
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    finally:
        log("a5")
    tasks["a"].add_done_callback(lambda task: log("a6", outcome(task)))
    log("gathered", await asyncio.gather(lock.acquire(), lock.acquire()))
    await asyncio.sleep(0)
    log("a9")
    raise ValueError("a")


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    log("cancel b", tasks["b"].cancel("b2"))
    log("gathered", await asyncio.gather(lock.acquire(), return_exceptions=True))
    return "b"


async def c():
    if not asyncio.current_task().cancelling():
        raise KeyError("c1")
    tasks["c"].add_done_callback(lambda task: log("c2", outcome(task)))
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(lock.acquire(), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel("main1"))
    asyncio.get_running_loop().call_later(0, tasks["a"].cancel, "main2")
    log("gathered", await asyncio.gather(c(), asyncio.shield(asyncio.sleep(0.1))))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
