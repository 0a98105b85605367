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
    await asyncio.sleep(0.3)
    log("a2")
    log("cancel b", tasks["b"].cancel())
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("got", await b())
    log("gathered", await asyncio.gather(a()))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
