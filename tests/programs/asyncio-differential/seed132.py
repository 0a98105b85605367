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
    log("cancel b", tasks["b"].cancel("a1"))
    try:
        var.set("a2")
    except BaseException as error:
        log("a3", repr(error))
        task4 = start("a.6", asyncio.sleep(0.1, "a5"))
    log("shielded", await asyncio.shield(asyncio.sleep(0.1, "a7")))
    task8 = start("a.10", asyncio.sleep(0.3, "a9"))
    await asyncio.sleep(0.1)
    return "a"


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
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            log("cancel a", tasks["a"].cancel())
            try:
                async with asyncio.TaskGroup() as group:
                    start("main.3", asyncio.sleep(0.3, "main2"), group)
                    await asyncio.sleep(0.1)
            except* ValueError as errors:
                log("main4", repr(errors))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
