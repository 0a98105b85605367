import asyncio

tasks = {}
queue = asyncio.Queue(2)


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


async def a():
    try:
        for _ in range(3):
            log("get", await queue.get())
            queue.task_done()
    except Exception as error:
        log("a1", repr(error), repr(error.__context__))
        raise
    else:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a2"), 1))
        except TimeoutError as error:
            log("a3", repr(error), repr(error.__cause__))
    return "a"


async def b():
    async for each in asyncio.as_completed([start("b.2", asyncio.sleep(0, "b1")), start("b.4", asyncio.sleep(0.2, "b3"))]):
        log("next", each.get_name(), await each)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("size", queue.qsize(), queue.full())
    queue.shutdown()
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
