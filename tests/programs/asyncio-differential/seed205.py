import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)
cond = asyncio.Condition()
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
    async with cond:
        cond.notify(2)
    return "a"


async def b():
    for each in asyncio.as_completed([start("b.1", a())]):
        log("next", await each)
    log("get", await queue.get())
    log("get", await queue.get())
    return "b"


async def c():
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c1")
    asyncio.current_task().cancel("c2")
    asyncio.current_task().cancel()


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await queue.put("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
