import asyncio

tasks = {}
queue = asyncio.PriorityQueue(2)


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
    await asyncio.sleep(1)
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.5, "a1"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0)
    return "a"


async def b():
    log("cancelling", asyncio.current_task().cancelling())
    return "b"


async def c():
    await queue.put("c1")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "c2"), 0.5))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
