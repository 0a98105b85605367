import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
future = None


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
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    var.set("a2")
    all = asyncio.gather(future, future, return_exceptions=True)
    log("gathered", await all)
    try:
        if not future.done():
            future.set_exception(KeyError("a6"))
        try:
            try:
                async with asyncio.TaskGroup() as group:
                    start("a.9", asyncio.sleep(0.1, "a8"), group)
            except BaseExceptionGroup as errors:
                log("a10", repr(errors))
        finally:
            log("a11")
    except ValueError as error:
        log("a12", repr(error))
        log("future", await future)
    return "a"


async def b():
    if not future.done():
        future.cancel("b3")
    try:
        log("got", await a())
    except asyncio.CancelledError as error:
        log("b4", repr(error))
        async for each in asyncio.as_completed([start("b.5", a()), start("b.6", a()), start("b.8", asyncio.sleep(0.1, "b7"))]):
            log("next", each.get_name(), await each)
        async for each in asyncio.as_completed([start("b.10", asyncio.sleep(0.5, "b9"))], timeout=1):
            log("next", each.get_name(), await each)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
