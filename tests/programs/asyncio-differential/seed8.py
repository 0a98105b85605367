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
        await asyncio.sleep(0.3)
    except Exception as error:
        log("a1", repr(error))
        asyncio.current_task().cancel()
    await asyncio.sleep(0.3)
    log("a3")


async def b():
    try:
        async with asyncio.timeout(0.3) as limit:
            async with asyncio.timeout(0.3) as limit:
                var.set("b1")
            var.set("b2")
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    try:
        await asyncio.sleep(0.3)
        log("c1")
    except Exception as error:
        log("c2", repr(error))
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "c3"), 0))
        except TimeoutError as error:
            log("c4", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.3)
    log("c5")
    var.set("c6")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("var", var.get())
    await asyncio.sleep(0)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
