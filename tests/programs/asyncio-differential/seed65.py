import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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
    asyncio.current_task().cancel()
    async with asyncio.timeout(0) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0.5)
        try:
            async with asyncio.timeout(0) as limit:
                tasks["a"].add_done_callback(lambda task: log("a2", outcome(task)))
        except TimeoutError as error:
            log("a3", repr(error), limit.expired())
    return "a"


async def b():
    asyncio.get_running_loop().call_soon(log, "b1")
    return "b"


async def c():
    await asyncio.sleep(0.5)
    log("c1")
    try:
        if sem.locked():
            sem.release()
    finally:
        log("c2")
        log("shielded", await asyncio.shield(b()))
    log("gathered", await asyncio.gather(a(), b(), return_exceptions=True))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
