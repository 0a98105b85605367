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
    async with asyncio.timeout(0.3) as limit:
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
            except TimeoutError as error:
                log("a2", repr(error), repr(error.__cause__))
            log("cancel c", tasks["c"].cancel())
        except ValueError as error:
            log("a4", repr(error))
            log("cancel b", tasks["b"].cancel())
    return "a"


async def b():
    await asyncio.sleep(0)
    log("b1")
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 1))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0)
    log("b4")
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.1", a()), tasks["b"], start("c.2", a())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    log("uncancel", asyncio.current_task().uncancel())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("shielded", await asyncio.shield(asyncio.sleep(0.3, "main1")))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
