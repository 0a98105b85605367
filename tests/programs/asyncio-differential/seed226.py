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


async def a():
    try:
        log("a1")
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        asyncio.current_task().uncancel()
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a3")))
    await asyncio.sleep(0.5)
    return "a"


async def b():
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"]))
    await asyncio.sleep(0.5)
    log("b3")
    log("uncancel", asyncio.current_task().uncancel())
    try:
        async with asyncio.TaskGroup() as group:
            start("b.4", a(), group)
            start("b.6", asyncio.sleep(1, "b5"), group)
    except BaseExceptionGroup as errors:
        log("b7", repr(errors))
    return "b"


async def c():
    await asyncio.sleep(0.2)
    log("c1")
    log("c2")
    log("got", await tasks["a"])
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 0.5)
            for each in asyncio.as_completed([start("c.4", asyncio.sleep(1, "c3")), start("c.6", asyncio.sleep(0.5, "c5")), start("c.7", a())], timeout=1):
                log("next", await each)
            task8 = start("c.9", a())
    except TimeoutError as error:
        log("c10", repr(error), limit.expired())


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("main1")
    await asyncio.sleep(1)
    log("main2")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
