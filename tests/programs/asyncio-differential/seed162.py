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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.3, "a1")), start("a.4", asyncio.sleep(1, "a3")), start("a.6", asyncio.sleep(0.3, "a5"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(1)
    await asyncio.sleep(0.3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a.8", asyncio.sleep(1, "a7"), group)
        await asyncio.sleep(0.3)
        log("a9")
    finally:
        log("a10")
    return "a"


async def b():
    log("gathered", await asyncio.gather(tasks["a"], asyncio.sleep(0, "b2"), tasks["a"]))
    await asyncio.sleep(1)
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, "b4"), 0))
            except TimeoutError as error:
                log("b5", repr(error), repr(error.__cause__))
        finally:
            log("b6")
    except BaseException as error:
        log("b7", repr(error))
        log("got", await tasks["a"])
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "main1"), tasks["a"], tasks["b"]))
    log("cancel b", tasks["b"].cancel())
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
