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
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    except BaseException as error:
        log("a2", repr(error))
        asyncio.get_running_loop().call_later(0.5, var.set, "late")
    await asyncio.sleep(0.3)
    log("a4")
    return "a"


async def b():
    var.set("b1")
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel d", tasks["d"].cancel())
    tasks["a"].add_done_callback(lambda task: log("c2", outcome(task)))
    log("gathered", await asyncio.gather(a(), asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("c")


async def d():
    asyncio.get_running_loop().call_soon(var.set, "late")
    await asyncio.sleep(0.3)
    log("d2")
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
