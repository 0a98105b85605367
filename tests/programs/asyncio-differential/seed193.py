import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
barrier = asyncio.Barrier(3)
queue = asyncio.PriorityQueue(2)


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
    log("gathered", await asyncio.gather(queue.get(), return_exceptions=True))
    try:
        async with barrier as position:
            log("barrier", position)
            log("get", await queue.get())
            queue.task_done()
    except BaseException as error:
        log("a2", repr(error))


async def b():
    try:
        log("cancel b", tasks["b"].cancel("b1"))
    except ValueError as error:
        log("b2", repr(error))
        await asyncio.sleep(1)
        log("get", await queue.get())
    try:
        log("in time", await asyncio.wait_for(barrier.wait(), 0.3))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(queue.get(), return_exceptions=True))
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.1)
    log("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
