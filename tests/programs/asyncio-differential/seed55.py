import asyncio
import time

tasks = {}
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
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(None)
            await asyncio.sleep(0.5)
            log("a1")
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    return "a"


async def b():
    note = lambda task: log("b1", task.cancelled())
    tasks["b"].add_done_callback(note)
    await asyncio.sleep(0.3)
    log("removed", tasks["b"].remove_done_callback(note))
    log("b2")


async def c():
    try:
        log("in time", await asyncio.wait_for(b(), 0.5))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("cancelling", asyncio.current_task().cancelling())
    log("get", await queue.get())
    queue.task_done()
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    queue.shutdown(immediate=True)
    log("main2")
    log("thread", await asyncio.to_thread(block, 0.3, "main3"))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
