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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("cancel b", tasks["b"].cancel("a1"))
    try:
        var.set("a2")
    except BaseException as error:
        log("a3", repr(error), repr(error.__context__))
        raise
    log("var", var.get())
    try:
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
        log("uncancel", asyncio.current_task().uncancel())
    except BaseException as error:
        log("a5", repr(error))


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", asyncio.sleep(0.1, "b1"), group)
    except* ValueError as errors:
        log("b3", repr(errors))
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "b4"), return_exceptions=True))
    log("got", await tasks["a"])
    try:
        log("in time", await asyncio.wait_for(a(), 0.1))
    except TimeoutError as error:
        log("b6", repr(error), repr(error.__cause__))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
