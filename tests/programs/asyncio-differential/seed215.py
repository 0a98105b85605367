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


async def a():
    log("cancel a", tasks["a"].cancel("a1"))
    async with asyncio.timeout(0.5) as limit:
        limit.reschedule(None)
        log("cancel a", tasks["a"].cancel())
    log("cancelling", asyncio.current_task().cancelling())
    try:
        asyncio.get_running_loop().call_soon(event.clear)
    except asyncio.CancelledError as error:
        log("a4", repr(error))
    return "a"


async def b():
    log("var", var.get())
    asyncio.get_running_loop().call_later(0.1, log, "b1")
    event.clear()
    asyncio.get_running_loop().call_later(0.1, tasks["a"].cancel)
    return "b"


async def main():
    start("a", a())
    start("b", b())
    asyncio.get_running_loop().call_later(0.5, log, "main1")
    try:
        async with asyncio.timeout(0.5) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 0.5)
            log("main2")
            tasks["b"].add_done_callback(lambda task: log("main3", outcome(task)))
    except TimeoutError as error:
        log("main4", repr(error), limit.expired())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
