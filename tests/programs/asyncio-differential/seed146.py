import asyncio
import time

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
        log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.2, "a1"))
        log("get", await queue.get())
        queue.task_done()
    except Exception as error:
        log("a2", repr(error), repr(error.__cause__))
        task3 = start("a.5", asyncio.sleep(0.5, "a4"))


async def b():
    await queue.put("b1")
    log("get", await queue.get())
    queue.task_done()
    await asyncio.sleep(0.5)
    log("b2")
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    task1 = start("main.2", b())
    await asyncio.sleep(0.2)
    async for each in asyncio.as_completed([start("main.3", b()), start("main.4", b())], timeout=0.5):
        log("next", each.get_name(), await each)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
