import asyncio

tasks = {}
cond = asyncio.Condition()


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
    log("shielded", await asyncio.shield(asyncio.sleep(0.2, "a1")))
    task2 = start("a.4", asyncio.sleep(0.2, "a3"))
    return "a"


async def b():
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0, "b1"), 0))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
    finally:
        log("b3")
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    return "c"


async def d():
    try:
        log("in time", await asyncio.wait_for(c(), 0.2))
    except TimeoutError as error:
        log("d2", repr(error), repr(error.__cause__))
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("got", await b())
    log("shielded", await asyncio.shield(tasks["d"]))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
