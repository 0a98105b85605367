import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
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


async def a():
    try:
        asyncio.get_running_loop().call_later(0.3, tasks["b"].cancel, "a1")
    except Exception as error:
        log("a2", repr(error))
    log("var", var.get())


async def b():
    task1 = start("b.2", a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
