import asyncio
import contextvars

tasks = {}
cond = asyncio.Condition()
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
    await asyncio.sleep(0.5)
    log("a1")
    cond.notify(2)
    return "a"


async def b():
    await asyncio.sleep(0.5)
    return "b"


async def c():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        try:
            await asyncio.sleep(0.5)
            log("main1")
        except BaseException as error:
            log("main2", repr(error))
            task3 = start("main.4", a())
            await asyncio.sleep(0)
            log("main5")
    finally:
        log("main6")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
