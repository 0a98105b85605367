import asyncio
import contextvars
import time

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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 1, "a1"))
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a2"), asyncio.sleep(1, "a3"), anext(ticks())))
    asyncio.get_running_loop().call_soon(var.set, "late")
    await asyncio.sleep(0.1)
    raise ValueError("a")


async def b():
    context = contextvars.copy_context()
    context.run(var.set, "b1")
    asyncio.get_running_loop().call_soon(lambda: log(var.get()), context=context)
    await asyncio.sleep(1)
    log("b2")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("got", await b())
    await asyncio.sleep(1)
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
