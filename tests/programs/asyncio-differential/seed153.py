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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.2)
            yield i
    finally:
        log("ticks ends")


async def a():
    await asyncio.sleep(0.2)
    async with sem:
        log("a1")
        if not asyncio.current_task().cancelling():
            raise asyncio.CancelledError("a2")
        if not asyncio.current_task().cancelling():
            raise KeyError("a3")
    asyncio.current_task().cancel("a4")
    raise ValueError("a")


async def b():
    try:
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), tasks["a"]))
    except asyncio.CancelledError as error:
        log("b3", repr(error))
        async with sem:
            log("b4")
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))
        await asyncio.sleep(0.1)
        log("b7")
    else:
        log("cancelling", asyncio.current_task().cancelling())
    log("shielded", await asyncio.shield(anext(ticks())))
    return "b"


async def c():
    try:
        await sem.acquire()
        try:
            asyncio.get_running_loop().call_soon(log, "c1")
            done, pending = await asyncio.wait([start("c.3", asyncio.sleep(0.1, "c2"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
            log("done", names(done), "pending", names(pending))
        finally:
            sem.release()
        asyncio.get_running_loop().call_later(0.5, log, "c4")
    except Exception as error:
        log("c5", repr(error))
    else:
        log("c6")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
