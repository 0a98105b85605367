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
    await asyncio.sleep(0.2)
    log("a1")
    return "a"


async def b():
    log("b1")
    for each in asyncio.as_completed([start("b.3", asyncio.sleep(0.2, "b2")), start("b.4", a())]):
        log("next", await each)
    log("got", await a())
    log("in time", await asyncio.wait_for(tasks["a"], 0.2))
    return "b"


async def c():
    try:
        await asyncio.sleep(0.1)
        log("c1")
    except ValueError as error:
        log("c2", repr(error))
    else:
        log("gathered", await asyncio.gather(asyncio.sleep(0.1, "c3"), return_exceptions=True))
    log("c4")
    log("c5")
    try:
        log("in time", await asyncio.wait_for(a(), 0.1))
    except TimeoutError as error:
        log("c7", repr(error), repr(error.__cause__))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
