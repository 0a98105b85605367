import asyncio
import contextvars

tasks = {}
lock = asyncio.Lock()
var = contextvars.ContextVar("var", default=0)
sem = asyncio.BoundedSemaphore(1)


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
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.2, "a1"), group)
            start("a.4", asyncio.sleep(1, "a3"), group)
    except* ValueError as errors:
        log("a5", repr(errors))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a6")
    await asyncio.sleep(0.2)
    await asyncio.sleep(0.2)
    raise ValueError("a")


async def b():
    log("cancel c", tasks["c"].cancel())
    log("cancel c", tasks["c"].cancel())


async def c():
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0.2)
    log("got", await b())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(c(), c(), return_exceptions=True))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
