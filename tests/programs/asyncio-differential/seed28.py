import asyncio
import time

tasks = {}


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
    await asyncio.sleep(0.1)
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    try:
        log("a2")
        asyncio.get_running_loop().call_soon(log, "a3")
    except Exception as error:
        log("a4", repr(error), repr(error.__context__))


async def b():
    log("in time", await asyncio.wait_for(a(), 0.1))
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.1, "b2"))
    log("cancel a", tasks["a"].cancel())
    asyncio.get_running_loop().call_later(0.5, tasks["b"].cancel)
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
        except TimeoutError as error:
            log("b6", repr(error), repr(error.__cause__))
    except ValueError as error:
        log("b7", repr(error))
        log("gathered", await asyncio.gather(a(), asyncio.shield(asyncio.sleep(0.1))))
        await asyncio.sleep(0.1)
        log("b10")
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
