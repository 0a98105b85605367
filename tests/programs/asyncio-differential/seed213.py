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
    for _ in range(2):
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(0.2, "a1"), group)
        except BaseExceptionGroup as errors:
            log("a3", repr(errors))
        log("uncancel", asyncio.current_task().uncancel())
    asyncio.get_running_loop().call_later(0.5, var.set, "late")
    log("var", var.get())
    return "a"


async def b():
    try:
        log("shielded", await asyncio.shield(asyncio.sleep(0.5, "b1")))
        try:
            done, pending = await asyncio.wait([start("b.3", asyncio.sleep(0.5, "b2")), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
            log("done", names(done), "pending", names(pending))
            log("gathered", await asyncio.gather(tasks["a"], asyncio.sleep(0.5, "b5"), return_exceptions=True))
        except asyncio.CancelledError as error:
            log("b6", repr(error))
            asyncio.current_task().uncancel()
    except asyncio.CancelledError as error:
        log("b7", repr(error))
        raise
    raise ValueError("b")


async def c():
    log("got", await tasks["a"])
    try:
        async with asyncio.timeout(0.5) as limit:
            done, pending = await asyncio.wait([start("c.1", b()), tasks["a"], tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
            log("done", names(done), "pending", names(pending))
    except TimeoutError as error:
        log("c2", repr(error), limit.expired())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["a"])
    log("cancel b", tasks["b"].cancel("main1"))
    log("got", await tasks["b"])
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
