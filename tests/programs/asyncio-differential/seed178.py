import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    log("uncancel", asyncio.current_task().uncancel())
    async with cond:
        cond.notify()


async def b():
    await cond.acquire()
    try:
        try:
            try:
                log("got", await tasks["a"])
            except asyncio.CancelledError as error:
                log("b1", repr(error))
        finally:
            log("b2")
    finally:
        cond.release()
    log("got", await a())
    await asyncio.sleep(0.3)
    log("got", await tasks["a"])
    return "b"


async def c():
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0.3))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("cancel a", tasks["a"].cancel())
    return "c"


async def d():
    try:
        await cond.acquire()
        try:
            log("cond", await cond.wait())
        finally:
            cond.release()
        log("cancel d", tasks["d"].cancel("d1"))
    except Exception as error:
        log("d2", repr(error))
        raise
    log("cancel b", tasks["b"].cancel())
    await asyncio.sleep(0.3)
    log("d4")
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
