import asyncio

tasks = {}
cond = asyncio.Condition()


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
    async with cond:
        log("a1")
        log("cond", await cond.wait())
    asyncio.current_task().cancel()
    done, pending = await asyncio.wait([start("a.4", asyncio.sleep(0.3, "a3")), start("a.6", asyncio.sleep(0.3, "a5"))], timeout=0.3)
    log("done", names(done), "pending", names(pending))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b1"), tasks["a"]))
    await cond.acquire()
    try:
        cond.notify()
    finally:
        cond.release()
    task3 = start("b.5", asyncio.sleep(0.3, "b4"))
    return "b"


async def c():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
        done, pending = await asyncio.wait([start("c.3", asyncio.sleep(0.5, "c2"))])
        log("done", names(done), "pending", names(pending))
    except asyncio.CancelledError as error:
        log("c4", repr(error))
    log("got", await tasks["b"])
    log("cancel b", tasks["b"].cancel())
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "c6"), asyncio.sleep(0.5, "c7"), return_exceptions=True))
    return "c"


async def d():
    try:
        log("cancel b", tasks["b"].cancel())
    except Exception as error:
        log("d2", repr(error))
    cond.notify(2)
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
