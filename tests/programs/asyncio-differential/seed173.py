import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
cond = asyncio.Condition()


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
    log("var", var.get())
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(a()))
    task2 = start("b.3", a())
    log("cancel b", tasks["b"].cancel())
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    var.set("main1")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
