import asyncio

tasks = {}
lock = asyncio.Lock()
future = None
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


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("in time", await asyncio.wait_for(queue.get(), 0.3))
    log("a2")
    await queue.join()
    log("uncancel", asyncio.current_task().uncancel())
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.3, "a4"), group)
    except ExceptionGroup as errors:
        log("a6", repr(errors))
    raise ValueError("a")


async def b():
    if not asyncio.current_task().cancelling():
        raise ValueError("b1")
    if lock.locked():
        lock.release()
    try:
        log("future", await future)
    finally:
        log("b2")
    if not future.done():
        future.cancel()
    raise ValueError("b")


async def c():
    note = lambda task: log("c1", task.cancelled())
    future.add_done_callback(note)
    await asyncio.sleep(0.3)
    log("removed", future.remove_done_callback(note))
    try:
        log("cancel c", tasks["c"].cancel("c2"))
    finally:
        log("c3")
        done, pending = await asyncio.wait([start("c.4", a()), tasks["b"]], return_when=asyncio.FIRST_COMPLETED)
        log("done", names(done), "pending", names(pending))
    log("get", await queue.get())
    queue.task_done()
    log("future", await future)


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
