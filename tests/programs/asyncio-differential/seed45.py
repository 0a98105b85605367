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
    try:
        async with asyncio.timeout(1) as limit:
            log("cancel b", tasks["b"].cancel())
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    raise ValueError("a")


async def b():
    await asyncio.sleep(0)
    log("b1")
    log("got", await tasks["a"])
    try:
        async with asyncio.timeout(0) as limit:
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
            except TimeoutError as error:
                log("b3", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("b4", repr(error), limit.expired())
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    if not asyncio.current_task().cancelling():
        raise KeyError("main1")
    async with cond:
        cond.notify_all()
    log("cancel a", tasks["a"].cancel("main2"))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
