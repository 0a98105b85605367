import asyncio
import time

tasks = {}
queue = asyncio.Queue(1)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    log("get", await queue.get())
    log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 0.3, None), 0))
    return "a"


async def b():
    try:
        await asyncio.sleep(0)
        log("got", await tasks["a"])
    except BaseException as error:
        log("b1", repr(error), repr(error.__cause__))
    log("b2")
    await queue.put("b3")
    return "b"


async def c():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "c1"), 0))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("cancel a", tasks["a"].cancel())
    log("get", await queue.get())
    await queue.put("c4")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("get", await queue.get())
    await queue.put("main1")
    log("get", await queue.get())
    queue.task_done()
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
