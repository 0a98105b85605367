import asyncio
import time

tasks = {}
queue = asyncio.PriorityQueue(2)
lock = asyncio.Lock()


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
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        log("a1", repr(error))
    task2 = start("a.4", asyncio.sleep(1, "a3"))
    log("uncancel", asyncio.current_task().uncancel())


async def b():
    asyncio.current_task().cancel("b1")
    return "b"


async def c():
    try:
        log("got", await tasks["b"])
        queue.put_nowait("c1")
    finally:
        log("c2")
    log("thread", await asyncio.to_thread(block, 1, "c3"))
    await queue.put("c4")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().set_name("main1")
    await asyncio.sleep(0.1)
    log("main2")
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
