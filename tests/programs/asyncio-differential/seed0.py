import asyncio
import time

tasks = {}
event = asyncio.Event()


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    task1 = start("a.3", asyncio.sleep(0.5, "a2"))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.1, "a4"), group)
            event.set()
    except* ValueError as errors:
        log("a6", repr(errors))
    try:
        await asyncio.sleep(0.5)
        log("a7")
    except ValueError as error:
        log("a8", repr(error))
    return "a"


async def b():
    async with asyncio.TaskGroup() as group:
        start("b.2", asyncio.sleep(0.5, "b1"), group)
        try:
            log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.5, "b3"))
        finally:
            log("b4")
    task5 = start("b.6", a())
    task5.cancel()
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    task1 = start("main.2", a())
    await asyncio.sleep(0.1)
    log("main3")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
