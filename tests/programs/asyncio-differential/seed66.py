import asyncio

tasks = {}
event = asyncio.Event()
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
    await queue.put("a1")


async def b():
    event.set()
    log("shielded", await asyncio.shield(queue.get()))
    return "b"


async def c():
    log("cancelling", asyncio.current_task().cancelling())
    log("uncancel", asyncio.current_task().uncancel())
    try:
        try:
            await asyncio.sleep(0.1)
            log("c1")
            await asyncio.sleep(0.3)
        except Exception as error:
            log("c2", repr(error))
            raise
    finally:
        log("c3")
    return "c"


async def d():
    log("get", await queue.get())
    queue.task_done()
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "d1"), 0.3))
    except TimeoutError as error:
        log("d2", repr(error), repr(error.__cause__))
    queue.put_nowait("d3")
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    done, pending = await asyncio.wait([start("main.4", asyncio.sleep(0.1, "main3")), tasks["b"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    event.set()
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
