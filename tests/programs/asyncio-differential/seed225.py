import asyncio
import contextvars

tasks = {}
lock = asyncio.Lock()
barrier = asyncio.Barrier(2)
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
    for _ in range(3):
        async with lock:
            log("a1")
            log("cancel b", tasks["b"].cancel("a2"))
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(0, "b2"))
    task1.cancel("b4")
    await asyncio.sleep(0)
    log("b5")


async def main():
    start("a", a())
    start("b", b())
    log("var", var.get())
    task1 = start("main.3", asyncio.sleep(0.5, "main2"))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
