import asyncio
import contextvars

tasks = {}
event = asyncio.Event()
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
    asyncio.get_running_loop().call_soon(log, "a1")
    await asyncio.sleep(0.2)
    log("a2")
    log("var", var.get())
    return "a"


async def b():
    await asyncio.sleep(0.1)
    log("cancel a", tasks["a"].cancel("b1"))
    await asyncio.sleep(0.2)
    log("b2")
    await asyncio.sleep(0.1)
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    log("cancelling", asyncio.current_task().cancelling())
    event.set()
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
