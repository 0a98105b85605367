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
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0)
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a2"), asyncio.sleep(1, "a3")))
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))
    for each in asyncio.as_completed([start("a.7", asyncio.sleep(0.5, "a6"))]):
        log("next", await each)
    return "a"


async def main():
    start("a", a())
    try:
        asyncio.get_running_loop().call_soon(var.set, "late")
    except asyncio.CancelledError as error:
        log("main2", repr(error))
        try:
            async with asyncio.timeout(0.5) as limit:
                if not asyncio.current_task().cancelling():
                    raise ValueError("main3")
        except TimeoutError as error:
            log("main4", repr(error), limit.expired())
        try:
            log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
        except TimeoutError as error:
            log("main6", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.5))
    except TimeoutError as error:
        log("main8", repr(error), repr(error.__cause__))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
