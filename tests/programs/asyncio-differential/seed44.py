import asyncio

tasks = {}
queue = asyncio.Queue()


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


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.3)
        log("ticks2")
        raise


async def a():
    await asyncio.sleep(0.3)
    log("a1")
    all = asyncio.gather(queue.get(), return_exceptions=True)
    log("gathered", await all)
    await asyncio.sleep(0.5)
    log("a3")
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(queue.get(), 0.3))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("got", await tasks["a"])
    log("get", await queue.get())
    return "b"


async def c():
    log("c1")
    log("cancel a", tasks["a"].cancel("c2"))
    await queue.put("c3")
    return "c"


async def d():
    log("get", await queue.get())
    log("gathered", await asyncio.gather(asyncio.sleep(1, "d1"), return_exceptions=True))
    queue.shutdown(immediate=True)
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
            queue.put_nowait("main1")
            log("get", await queue.get())
            queue.task_done()
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
