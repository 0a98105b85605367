import asyncio

tasks = {}
queue = asyncio.LifoQueue()
barrier = asyncio.Barrier(3)


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
        log("cancel b", tasks["b"].cancel())
        log("shielded", await asyncio.shield(queue.get()))
    finally:
        log("a3")
        try:
            log("in time", await asyncio.wait_for(queue.get(), 0.2))
        except TimeoutError as error:
            log("a5", repr(error), repr(error.__cause__))
    await queue.put("a6")
    return "a"


async def b():
    log("shielded", await asyncio.shield(queue.join()))
    await queue.put("b2")
    await queue.put("b3")
    raise ValueError("b")


async def c():
    log("cancel c", tasks["c"].cancel())
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
