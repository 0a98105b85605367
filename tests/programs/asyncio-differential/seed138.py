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
    await asyncio.sleep(1)
    try:
        log("a1")
        event.set()
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        raise
    await asyncio.sleep(0.2)
    log("a3")
    return "a"


async def main():
    start("a", a())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
