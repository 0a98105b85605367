import asyncio

tasks = {}


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
    await asyncio.sleep(0.1)
    log("a1")
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "a2"), return_exceptions=True))
    return "a"


async def b():
    log("gathered", await asyncio.gather(a()))
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    return "b"


async def c():
    task1 = start("c.2", a())
    await asyncio.sleep(0.3)
    done, pending = await asyncio.wait([start("c.4", asyncio.sleep(0.5, "c3")), start("c.6", asyncio.sleep(0.3, "c5"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "c"


async def d():
    await asyncio.sleep(0.1)
    log("d1")
    log("cancel d", tasks["d"].cancel())
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(c(), 0.1))
            except TimeoutError as error:
                log("d4", repr(error), repr(error.__cause__))
            done, pending = await asyncio.wait([start("d.5", c())], return_when=asyncio.FIRST_EXCEPTION)
            log("done", names(done), "pending", names(pending))
        except BaseException as error:
            log("d6", repr(error))
            log("cancel c", tasks["c"].cancel())
        await asyncio.sleep(0.5)
        log("d8")
    finally:
        log("d9")
    async for each in asyncio.as_completed([start("d.10", c())], timeout=0.1):
        log("next", each.get_name(), await each)
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    if not asyncio.current_task().cancelling():
        raise ValueError("main1")
    await asyncio.sleep(0.5)
    log("main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
