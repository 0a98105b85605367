import asyncio
import time

tasks = {}
sem = asyncio.Semaphore(1)


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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.5)
    async for each in asyncio.as_completed([start("a.3", asyncio.sleep(0.5, "a2"))], timeout=0.1):
        log("next", each.get_name(), await each)
    try:
        async with asyncio.TaskGroup() as group:
            start("a.5", asyncio.sleep(0.5, "a4"), group)
            await sem.acquire()
            try:
                await asyncio.sleep(0.5)
                log("a6")
                log("uncancel", asyncio.current_task().uncancel())
            finally:
                sem.release()
    except* ValueError as errors:
        log("a7", repr(errors))


async def b():
    task1 = start("b.2", a())
    log("blocked", block(0.5, 0))
    async for each in asyncio.as_completed([start("b.3", a()), start("b.4", a()), start("b.5", a())]):
        log("next", each.get_name(), await each)
    asyncio.current_task().cancel("b6")
    await asyncio.sleep(0.5)
    log("b7")
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
