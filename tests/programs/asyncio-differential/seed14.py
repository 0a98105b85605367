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
        log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a2"), asyncio.sleep(0.3, "a3"), asyncio.sleep(0.3, "a4")))
    except ValueError as error:
        log("a5", repr(error))
        raise
    await asyncio.sleep(0.3)
    return "a"


async def b():
    log("got", await tasks["a"])
    log("got", await tasks["a"])
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(0.3)
    return "b"


async def c():
    await asyncio.sleep(0.5)
    log("c1")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "c2"), 1))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    return "c"


async def d():
    await asyncio.sleep(1)
    log("d1")
    return "d"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
            log("got", await b())
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
