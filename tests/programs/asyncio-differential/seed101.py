import asyncio

tasks = {}
sem = asyncio.Semaphore(1)
queue = asyncio.Queue(2)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.3)
        log("ticks2")


async def a():
    log("get", await queue.get())
    queue.task_done()
    raise ValueError("a")


async def b():
    generator = ticks()
    try:
        log("first", await anext(generator))
    finally:
        await generator.aclose()
    log("cancel a", tasks["a"].cancel())
    try:
        log("in time", await asyncio.wait_for(queue.join(), 0.2))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    return "b"


async def c():
    await asyncio.sleep(0.2)
    log("in time", await asyncio.wait_for(queue.join(), 0.3))
    log("c2")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await queue.put("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
