import asyncio
import time

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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.5, "a1"))], timeout=0.3)
    log("done", names(done), "pending", names(pending))
    try:
        log("get", await queue.get())
        queue.task_done()
    finally:
        log("a3")
    raise ValueError("a")


async def b():
    try:
        await queue.put("b1")
    except asyncio.CancelledError as error:
        log("b2", repr(error), repr(error.__context__))
        raise
    else:
        log("blocked", block(0.3, 0))
    try:
        log("in time", await asyncio.wait_for(a(), 0.2))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    return "b"


async def c():
    try:
        async with asyncio.TaskGroup() as group:
            start("c.1", a(), group)
            start("c.2", a(), group)
            await queue.put("c3")
    except* ValueError as errors:
        log("c4", repr(errors))
    log("cancel b", tasks["b"].cancel("c5"))
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    task1 = start("main.2", a())
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(c(), task1, queue.get()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
