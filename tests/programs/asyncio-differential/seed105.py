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


async def a():
    log("thread", await asyncio.to_thread(block, 0, "a1"))
    queue.shutdown()
    try:
        try:
            handle = asyncio.get_running_loop().call_later(0, queue.put_nowait, "late")
            await asyncio.sleep(1)
            handle.cancel()
        except BaseException as error:
            log("a4", repr(error), repr(error.__cause__))
    except asyncio.CancelledError as error:
        log("a5", repr(error))
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.1, "a7"), queue.join(), return_exceptions=True))
    log("get", await queue.get())
    queue.task_done()
    return "a"


async def b():
    log("get", queue.get_nowait())
    return "b"


async def c():
    log("get", await queue.get())
    log("blocked", block(0, 0))
    await asyncio.sleep(0)
    log("gathered", await asyncio.gather(queue.join(), tasks["b"]))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
