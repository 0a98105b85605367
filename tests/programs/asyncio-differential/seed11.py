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
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(0, "a1"), group)
                asyncio.get_running_loop().call_later(0.3, tasks["a"].cancel, "a3")
        except ExceptionGroup as errors:
            log("a4", repr(errors))
    finally:
        log("a5")
        asyncio.current_task().cancel()
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    log("blocked", block(0, 0))
    event.clear()
    return "a"


async def b():
    await asyncio.sleep(0)
    log("b1")
    try:
        await asyncio.sleep(0)
        log("cancel a", tasks["a"].cancel())
    except Exception as error:
        log("b3", repr(error), repr(error.__cause__))
        try:
            async with asyncio.timeout(0.3) as limit:
                limit.reschedule(None)
                log("thread", await asyncio.to_thread(block, 0, "b4"))
                log("in time", await asyncio.wait_for(event.wait(), 0))
        except TimeoutError as error:
            log("b6", repr(error), limit.expired())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.3)
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
