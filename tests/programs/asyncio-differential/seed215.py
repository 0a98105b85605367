import asyncio

tasks = {}
cond = asyncio.Condition()
barrier = asyncio.Barrier(3)
queue = asyncio.LifoQueue()


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
        async with asyncio.timeout(0.5) as limit:
            log("cancel b", tasks["b"].cancel("a1"))
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    await asyncio.sleep(0)
    log("a3")
    return "a"


async def b():
    try:
        done, pending = await asyncio.wait([start("b.1", a())], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
        log("done", names(done), "pending", names(pending))
        await queue.put("b2")
    except Exception as error:
        log("b3", repr(error))
        tasks["c"].add_done_callback(lambda task: log("b4", outcome(task)))
    return "b"


async def c():
    for _ in range(2):
        for each in asyncio.as_completed([start("c.1", b()), start("c.3", asyncio.sleep(0, "c2"))], timeout=0.5):
            log("next", await each)
    log("get", await queue.get())
    async with asyncio.TaskGroup() as group:
        start("c.4", a(), group)
        start("c.5", b(), group)


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    for each in asyncio.as_completed([start("main.2", asyncio.sleep(0, "main1")), start("main.3", a()), start("main.4", a())], timeout=0):
        log("next", await each)
    async with barrier as position:
        log("barrier", position)
        await queue.join()
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main6"), 0.5))
        finally:
            log("main7")
    tasks["c"].add_done_callback(lambda task: log("main8", outcome(task)))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
