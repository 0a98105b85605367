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
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0, "a1"), 0.2))
        except TimeoutError as error:
            log("a2", repr(error), repr(error.__cause__))
    finally:
        log("a3")
    await asyncio.sleep(0.5)
    log("a4")
    async for each in asyncio.as_completed([start("a.6", asyncio.sleep(0, "a5")), start("a.8", asyncio.sleep(0.2, "a7"))]):
        log("next", each.get_name(), await each)
    return "a"


async def b():
    await asyncio.sleep(0.5)
    log("b1")
    log("shielded", await asyncio.shield(tasks["a"]))
    log("b3")
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.2", asyncio.sleep(0.2, "c1"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    log("got", await tasks["a"])
    return "c"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, "main1"), 0.5))
            except TimeoutError as error:
                log("main2", repr(error), repr(error.__cause__))
            try:
                log("in time", await asyncio.wait_for(a(), 0.5))
            except TimeoutError as error:
                log("main4", repr(error), repr(error.__cause__))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
