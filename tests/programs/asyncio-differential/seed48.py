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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        await asyncio.sleep(0)
    finally:
        log("a1")
        await asyncio.sleep(0)
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("a")


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    task2 = start("b.3", a())
    if sem.locked():
        sem.release()
    log("got", await task2)
    raise ValueError("b")


async def c():
    await sem.acquire()
    try:
        await asyncio.sleep(0.1)
    finally:
        sem.release()
    log("shielded", await asyncio.shield(anext(ticks())))
    log("cancel b", tasks["b"].cancel())
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
