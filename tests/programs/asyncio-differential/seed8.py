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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("var", var.get())
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(1, "a1")), start("a.4", asyncio.sleep(0.3, "a3")), start("a.6", asyncio.sleep(1, "a5"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(a(), a()))
    var.set("b3")
    await asyncio.sleep(0.3)
    log("b4")
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.2", asyncio.sleep(1, "c1"))], return_when=asyncio.FIRST_COMPLETED, timeout=1)
    log("done", names(done), "pending", names(pending))
    log("c3")
    try:
        async with asyncio.timeout(1) as limit:
            try:
                log("var", var.get())
                await asyncio.sleep(1)
                log("c4")
            finally:
                log("c5")
                log("var", var.get())
    except TimeoutError as error:
        log("c6", repr(error), limit.expired())
    await asyncio.sleep(0.3)
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
