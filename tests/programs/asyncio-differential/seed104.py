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
    asyncio.current_task().cancel()
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a2"), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    log("uncancel", asyncio.current_task().uncancel())
    raise ValueError("a")


async def b():
    log("uncancel", asyncio.current_task().uncancel())
    for each in asyncio.as_completed([start("b.1", a()), start("b.2", a()), start("b.4", asyncio.sleep(0, "b3"))]):
        log("next", await each)
    await asyncio.sleep(0.1)
    await asyncio.sleep(0)
    return "b"


async def main():
    start("a", a())
    start("b", b())
    for each in asyncio.as_completed([start("main.2", asyncio.sleep(0.1, "main1"))], timeout=0):
        log("next", await each)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
