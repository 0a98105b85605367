import asyncio

tasks = {}
lock = asyncio.Lock()
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
    async with lock:
        log("a1")
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    log("a4")
    await asyncio.sleep(0)
    return "a"


async def b():
    async with sem:
        log("b1")
        task2 = start("b.3", a())
    log("b4")
    task5 = start("b.6", a())


async def c():
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("c1")
    log("in time", await asyncio.wait_for(b(), 0))
    log("got", await b())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.1)
    log("main1")
    done, pending = await asyncio.wait([start("main.2", c()), tasks["b"], start("main.4", asyncio.sleep(0, "main3"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
