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
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    var.set("a2")
    log("cancel a", tasks["a"].cancel("a3"))
    return "a"


async def b():
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("b")


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), tasks["a"], asyncio.sleep(0.3, "main3"), return_exceptions=True))
    except Exception as error:
        log("main4", repr(error))
        raise
    log("got", await tasks["c"])
    await asyncio.sleep(0.1)
    log("main5")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
