import asyncio
import contextvars

tasks = {}
barrier = asyncio.Barrier(2)
queue = asyncio.LifoQueue()
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
        async with asyncio.timeout(0.5) as limit:
            await asyncio.sleep(0.1)
            log("a1")
    except TimeoutError as error:
        log("a2", repr(error), limit.expired())
    await queue.put("a3")
    asyncio.current_task().cancel()
    raise ValueError("a")


async def b():
    try:
        await asyncio.sleep(0.5)
    except ValueError as error:
        log("b1", repr(error))
        async for each in asyncio.as_completed([start("b.3", asyncio.sleep(0.1, "b2"))], timeout=0.5):
            log("next", each.get_name(), await each)
    log("got", await a())
    queue.put_nowait("b4")
    async with barrier as position:
        log("barrier", position)
        try:
            async with asyncio.timeout(0.1) as limit:
                task5 = start("b.6", a())
        except TimeoutError as error:
            log("b7", repr(error), limit.expired())
        task8 = start("b.9", a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
