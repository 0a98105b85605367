import asyncio
import contextvars

tasks = {}
future = None
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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        log("future", await future)
    except ValueError as error:
        log("a1", repr(error), repr(error.__cause__))
    log("cancel a", tasks["a"].cancel())
    log("future", await future)
    return "a"


async def b():
    try:
        await asyncio.sleep(0.5)
        log("b1")
    except Exception as error:
        log("b2", repr(error))
    else:
        context = contextvars.copy_context()
        context.run(var.set, "b3")
        asyncio.get_running_loop().call_soon(lambda: log(var.get()), context=context)
    log("var", var.get())
    return "b"


async def c():
    var.set("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel())
    log("got", await tasks["b"])
    await asyncio.sleep(0.5)
    log("main2")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
