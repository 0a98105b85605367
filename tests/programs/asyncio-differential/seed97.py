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
    try:
        asyncio.get_running_loop().call_later(0.2, tasks["b"].cancel, "a1")
        log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a2")))
    except asyncio.CancelledError as error:
        log("a3", repr(error))
    log("cancel c", tasks["c"].cancel())
    return "a"


async def b():
    log("cancel c", tasks["c"].cancel())
    log("b2")
    raise ValueError("b")


async def c():
    await asyncio.sleep(0.5)
    asyncio.get_running_loop().call_later(0.5, log, "c1")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
