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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a1")
    raise ValueError("a")


async def b():
    handle = asyncio.get_running_loop().call_later(0.5, var.set, "late")
    await asyncio.sleep(0.1)
    handle.cancel()
    return "b"


async def main():
    start("a", a())
    start("b", b())
    try:
        await asyncio.sleep(0.5)
        log("main1")
    except asyncio.CancelledError as error:
        log("main2", repr(error))
        try:
            async with asyncio.timeout(0.1) as limit:
                log("in time", await asyncio.wait_for(tasks["a"], 0.1))
        except TimeoutError as error:
            log("main4", repr(error), limit.expired())
        log("cancel a", tasks["a"].cancel("main5"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
