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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a1"), 0.2))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    log("cancel b", tasks["b"].cancel())
    try:
        for _ in range(2):
            for each in asyncio.as_completed([start("a.5", asyncio.sleep(0, "a4"))], timeout=0):
                log("next", await each)
        await asyncio.sleep(0)
    except ValueError as error:
        log("a6", repr(error))
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    for _ in range(2):
        for _ in range(2):
            log("var", var.get())
    task2 = start("b.3", a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    var.set("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
