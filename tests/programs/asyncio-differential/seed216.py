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
    log("var", var.get())
    return "a"


async def b():
    asyncio.current_task().cancel()
    return "b"


async def c():
    asyncio.get_running_loop().call_later(0.1, log, "c1")
    tasks["c"].add_done_callback(lambda task: log("c2", outcome(task)))
    log("got", await tasks["b"])
    if not asyncio.current_task().cancelling():
        raise KeyError("c3")


async def d():
    try:
        log("in time", await asyncio.wait_for(c(), 0.3))
    except TimeoutError as error:
        log("d2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.5)
    log("d3")
    return "d"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
