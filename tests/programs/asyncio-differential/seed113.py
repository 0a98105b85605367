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


async def a():
    task1 = start("a.3", asyncio.sleep(0.2, "a2"))
    try:
        log("got", await task1)
    finally:
        log("a4")
        log("in time", await asyncio.wait_for(task1, 0.2))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a6")
    if not asyncio.current_task().cancelling():
        raise ValueError("a7")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    return "b"


async def c():
    task1 = start("c.3", asyncio.sleep(0.2, "c2"))
    await asyncio.sleep(0.2)
    task1.cancel("c4")
    log("got", await tasks["a"])
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.1)
    log("main1")
    log("var", var.get())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
