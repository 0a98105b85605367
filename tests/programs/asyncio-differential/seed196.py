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
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a1"), 1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a3"), 1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.2)
    log("a5")
    return "a"


async def b():
    log("got", await a())
    await asyncio.sleep(0.2)
    log("got", await tasks["a"])
    await asyncio.sleep(0.2)
    return "b"


async def c():
    log("gathered", await asyncio.gather(tasks["b"], tasks["b"]))
    log("cancel b", tasks["b"].cancel())
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
