import asyncio
import contextvars

tasks = {}
event = asyncio.Event()
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
            await asyncio.sleep(0.5)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)


async def a():
    task1 = start("a.3", asyncio.sleep(0, "a2"))
    asyncio.get_running_loop().call_later(0.2, tasks["a"].cancel)
    log("cancelling", asyncio.current_task().cancelling())
    log("event", event.clear())
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a5"), 0))
    task6 = start("a.8", asyncio.sleep(0.5, "a7"))
    await asyncio.sleep(0.2)
    log("a9")
    log("event", await event.wait())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a10"), 0.2))
    except TimeoutError as error:
        log("a11", repr(error), repr(error.__cause__))
    try:
        event.set()
        for _ in range(3):
            log("var", var.get())
            log("got", await task1)
    finally:
        log("a12")
    raise ValueError("a")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
