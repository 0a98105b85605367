import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)


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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a1"), 0.2))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a3"), 0.5))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    asyncio.get_running_loop().call_later(0.2, log, "a5")
    raise ValueError("a")


async def b():
    try:
        await asyncio.sleep(0.5)
    finally:
        log("b1")
    log("in time", await asyncio.wait_for(a(), 0.2))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    handle = asyncio.get_running_loop().call_later(0.2, log, "main1")
    await asyncio.sleep(0.2)
    log("main2")
    handle.cancel()
    asyncio.get_running_loop().call_later(0.5, tasks["b"].cancel)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
