import asyncio
import contextvars

tasks = {}
queue = asyncio.Queue(1)
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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("get", await queue.get())
    queue.task_done()
    raise ValueError("a")


async def b():
    asyncio.current_task().cancel("b1")
    try:
        try:
            queue.put_nowait("b2")
            log("var", var.get())
        except BaseException as error:
            log("b3", repr(error), repr(error.__context__))
    finally:
        log("b4")
        await asyncio.sleep(0.3)
        log("b5")
    context = contextvars.copy_context()
    context.run(var.set, "b6")
    asyncio.get_running_loop().call_soon(lambda: log(var.get()), context=context)


async def c():
    await queue.put("c1")
    return "c"


async def d():
    await asyncio.sleep(0.3)
    task1 = start("d.3", asyncio.sleep(1, "d2"))
    await asyncio.sleep(1)
    log("get", await queue.get())
    queue.task_done()
    task1.cancel()
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await queue.put("main1")
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
