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


async def a():
    await asyncio.sleep(1)
    return "a"


async def b():
    try:
        async with asyncio.timeout(0.3) as limit:
            try:
                async with asyncio.TaskGroup() as group:
                    start("b.1", a(), group)
                    start("b.2", a(), group)
            except ExceptionGroup as errors:
                log("b3", repr(errors))
            task4 = start("b.5", a())
            await asyncio.sleep(1)
        log("future", await future)
    except asyncio.CancelledError as error:
        log("b6", repr(error))
        raise
    return "b"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    log("got", await tasks["a"])
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
