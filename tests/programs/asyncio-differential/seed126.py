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
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a1"), 0.1))
    await asyncio.sleep(0)
    log("a2")
    log("a3")
    asyncio.get_running_loop().call_later(0.2, tasks["b"].cancel)
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(a(), 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            log("var", var.get())
            var.set("main1")
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
