import asyncio

tasks = {}
future = None
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
    if not future.done():
        future.set_exception(KeyError("a2"))
    log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a4"), 0.2))
    log("get", queue.get_nowait())
    log("get", await queue.get())
    queue.task_done()
    return "a"


async def b():
    queue.shutdown()
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("b2")
    asyncio.get_running_loop().call_soon(future.set_result, "late")


async def c():
    log("future", await future)
    future.cancel()
    tasks["c"].add_done_callback(lambda task: log("c4", outcome(task)))
    await asyncio.sleep(0.2)
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())


try:
    asyncio.run(main())
finally:
    tasks.clear()
