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


async def a():
    await asyncio.sleep(0.2)
    log("a1")
    tasks["b"].add_done_callback(lambda task: log("a2", outcome(task)))
    await queue.put("a3")
    asyncio.get_running_loop().call_later(0.1, log, "a4")
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(queue.get(), 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise ValueError("b3")
    return "b"


async def c():
    tasks["a"].add_done_callback(lambda task: log("c1", outcome(task)))
    task2 = start("c.4", asyncio.sleep(0.1, "c3"))
    await asyncio.sleep(1)
    log("c5")
    await queue.put("c6")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
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
