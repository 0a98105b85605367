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
    await asyncio.sleep(0)
    try:
        try:
            try:
                log("a1")
            except asyncio.CancelledError as error:
                log("a2", repr(error))
            else:
                log("in time", await asyncio.wait_for(asyncio.sleep(1, "a3"), 0))
        except BaseException as error:
            log("a4", repr(error))
        task5 = start("a.7", asyncio.sleep(0.5, "a6"))
    except asyncio.CancelledError as error:
        log("a8", repr(error))
        asyncio.current_task().uncancel()
    await asyncio.sleep(0)
    log("a9")
    return "a"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            async for each in asyncio.as_completed([start("main.2", asyncio.sleep(1, "main1"))], timeout=0.5):
                log("next", each.get_name(), await each)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
