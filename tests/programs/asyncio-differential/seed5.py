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
    var.set("a1")
    if not asyncio.current_task().cancelling():
        raise KeyError("a2")
    log("a3")
    try:
        await asyncio.sleep(0.1)
        log("a4")
    except Exception as error:
        log("a5", repr(error))
        raise
    else:
        try:
            log("var", var.get())
            await asyncio.sleep(0)
        except asyncio.CancelledError as error:
            log("a6", repr(error))
            log("in time", await asyncio.wait_for(asyncio.sleep(1, "a7"), 0))
            log("cancel a", tasks["a"].cancel())


async def main():
    start("a", a())
    await asyncio.sleep(0)
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
