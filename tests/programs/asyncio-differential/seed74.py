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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    var.set("a1")
    var.set("a2")
    var.set("a3")


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "b2"), 0.5))
        done, pending = await asyncio.wait([start("b.4", asyncio.sleep(0, "b3")), start("b.5", a())], timeout=0.5)
        log("done", names(done), "pending", names(pending))
    except asyncio.CancelledError as error:
        log("b6", repr(error))
        raise
    await asyncio.sleep(0.3)
    log("b7")
    asyncio.current_task().cancel()
    return "b"


async def c():
    task1 = start("c.2", b())
    await asyncio.sleep(0.3)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(tasks["a"], a(), return_exceptions=True))
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
