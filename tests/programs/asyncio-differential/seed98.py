import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(0.3, "a1"), group)
                start("a.4", asyncio.sleep(0.1, "a3"), group)
                log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a5"), 0.1))
        except BaseExceptionGroup as errors:
            log("a6", repr(errors))
    except asyncio.CancelledError as error:
        log("a7", repr(error))
        raise
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.2", asyncio.sleep(0.3, "b1")), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.2", asyncio.sleep(0.1, "c1")), start("c.4", asyncio.sleep(0.3, "c3")), start("c.6", asyncio.sleep(0.3, "c5"))])
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.3)
    log("main1")
    log("cancel b", tasks["b"].cancel())


try:
    asyncio.run(main())
finally:
    tasks.clear()
