import asyncio
import time

tasks = {}
queue = asyncio.LifoQueue()
event = asyncio.Event()
future = None


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 1, "a1"))
    all = asyncio.gather(asyncio.sleep(0, "a2"), event.wait())
    await asyncio.sleep(1)
    log("a4")
    log("gathered", await all)
    log("event", await event.wait())
    log("get", await queue.get())
    queue.task_done()


async def b():
    log("get", await queue.get())
    await queue.put("b1")
    try:
        log("get", await queue.get())
        queue.task_done()
    finally:
        log("b2")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    await queue.put("b4")
    async for each in asyncio.as_completed([start("b.5", a()), start("b.7", asyncio.sleep(0.5, "b6")), start("b.9", asyncio.sleep(0.5, "b8"))]):
        log("next", each.get_name(), await each)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
