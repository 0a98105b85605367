import asyncio
import contextvars

tasks = {}
queue = asyncio.Queue(1)
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
        async with asyncio.timeout(0.1) as limit:
            await queue.put("a1")
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    return "a"


async def b():
    log("got", await tasks["a"])
    log("cancel a", tasks["a"].cancel())
    log("var", var.get())
    await queue.put("b2")
    log("shielded", await asyncio.shield(queue.get()))
    try:
        try:
            log("cancel a", tasks["a"].cancel())
        except Exception as error:
            log("b5", repr(error))
            log("get", await queue.get())
    except asyncio.CancelledError as error:
        log("b6", repr(error))


async def main():
    start("a", a())
    start("b", b())
    log("get", await queue.get())
    for _ in range(2):
        var.set("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
