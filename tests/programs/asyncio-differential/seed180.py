import asyncio
import contextvars

tasks = {}
future = None
var = contextvars.ContextVar("var", default=0)
queue = asyncio.Queue(2)


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
    await asyncio.sleep(0.1)
    log("a1")
    task2 = start("a.4", asyncio.sleep(0, "a3"))
    return "a"


async def b():
    await asyncio.sleep(0.1)
    log("b1")
    raise ValueError("b")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
