import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
lock = asyncio.Lock()


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
    task1 = start("a.3", asyncio.sleep(0.3, "a2"))


async def b():
    try:
        async with asyncio.timeout(0.5) as limit:
            for each in asyncio.as_completed([start("b.1", a()), start("b.2", a()), start("b.3", a())], timeout=1):
                log("next", await each)
            try:
                await asyncio.sleep(1)
                log("b4")
            except ValueError as error:
                log("b5", repr(error))
                raise
            else:
                log("var", var.get())
    except TimeoutError as error:
        log("b6", repr(error), limit.expired())
    await asyncio.sleep(1)
    log("b7")
    log("b8")
    log("got", await tasks["a"])
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
