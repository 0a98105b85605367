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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a2"), 0.5))
    except Exception as error:
        log("a3", repr(error), repr(error.__cause__))
    return "a"


async def b():
    asyncio.get_running_loop().call_soon(var.set, "late")
    tasks["c"].add_done_callback(lambda task: log("b2", outcome(task)))
    try:
        async with asyncio.TaskGroup() as group:
            start("b.3", a(), group)
            start("b.4", a(), group)
    except* ValueError as errors:
        log("b5", repr(errors))


async def c():
    all = asyncio.gather(a())
    log("gathered", await all)
    try:
        log("var", var.get())
    except asyncio.CancelledError as error:
        log("c2", repr(error))
    else:
        log("gathered", await asyncio.gather(b(), asyncio.shield(asyncio.sleep(0.1))))
    try:
        log("in time", await asyncio.wait_for(b(), 0.5))
    except TimeoutError as error:
        log("c6", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    log("c7")


async def d():
    log("cancelling", asyncio.current_task().cancelling())
    log("cancel c", tasks["c"].cancel())
    all = asyncio.gather(tasks["b"], asyncio.sleep(0.5, "d3"), asyncio.sleep(0, "d4"), return_exceptions=True)
    await asyncio.sleep(0.5)
    log("cancel all", all.cancel("d5"))
    log("gathered", await all)
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
