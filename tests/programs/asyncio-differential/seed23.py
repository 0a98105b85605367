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
    for _ in range(3):
        log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a1"), asyncio.sleep(0.2, "a2"), asyncio.sleep(0.2, "a3")))


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    try:
        asyncio.current_task().cancel()
    finally:
        log("main2")
    await asyncio.sleep(0.3)
    log("main3")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
