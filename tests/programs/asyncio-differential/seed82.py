import asyncio

tasks = {}
event = asyncio.Event()
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    await sem.acquire()
    try:
        event.set()
        await asyncio.sleep(0.3)
    finally:
        sem.release()
    raise ValueError("a")


async def b():
    if sem.locked():
        sem.release()
    task1 = start("b.2", a())
    log("got", await task1)
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.2", asyncio.sleep(0.3, "c1"))], timeout=0)
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0, "main1")), tasks["c"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    event.set()
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
