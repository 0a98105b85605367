import asyncio

tasks = {}
sem = asyncio.Semaphore(2)


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
    log("a1")
    log("shielded", await asyncio.shield(asyncio.sleep(0.3, "a2")))
    try:
        async with sem:
            log("a3")
            log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    finally:
        log("a5")
        task6 = start("a.8", asyncio.sleep(0.5, "a7"))


async def b():
    log("b1")
    try:
        done, pending = await asyncio.wait([start("b.2", a()), start("b.3", a()), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
        log("done", names(done), "pending", names(pending))
        log("got", await tasks["a"])
    finally:
        log("b4")
        log("got", await tasks["a"])
    log("cancel b", tasks["b"].cancel())


async def main():
    start("a", a())
    start("b", b())
    log("uncancel", asyncio.current_task().uncancel())
    try:
        try:
            log("in time", await asyncio.wait_for(a(), 0.3))
        except TimeoutError as error:
            log("main2", repr(error), repr(error.__cause__))
        await asyncio.sleep(0.3)
        log("main3")
    except asyncio.CancelledError as error:
        log("main4", repr(error))
        raise
    else:
        log("main5")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main6"), 0.3))
    except TimeoutError as error:
        log("main7", repr(error), repr(error.__cause__))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
