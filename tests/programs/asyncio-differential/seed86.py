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
    log("cancel a", tasks["a"].cancel())
    try:
        log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a2"), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    except Exception as error:
        log("a4", repr(error))
        await asyncio.sleep(1)
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), a(), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(0)
    try:
        await asyncio.sleep(0.5)
    finally:
        log("b4")
    return "b"


async def c():
    try:
        await asyncio.sleep(0)
        log("c1")
        asyncio.get_running_loop().call_later(0.5, var.set, "late")
    finally:
        log("c3")


async def d():
    log("var", var.get())
    try:
        async with asyncio.TaskGroup() as group:
            start("d.1", c(), group)
            start("d.2", a(), group)
            var.set("d3")
    except ExceptionGroup as errors:
        log("d4", repr(errors))
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main1"), 0))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.5)
    log("main3")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
