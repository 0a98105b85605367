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
    log("cancel c", tasks["c"].cancel("a1"))
    log("a2")
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "b1"), 0.1))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise KeyError("b3")
    log("got", await tasks["a"])
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["b"])
    tasks["a"].add_done_callback(lambda task: log("main1", outcome(task)))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
