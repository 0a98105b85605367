import asyncio

tasks = {}
queue = asyncio.Queue(1)


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
            await asyncio.sleep(0)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(queue.get(), 0.3))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(queue.get(), 1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))
    await queue.join()
    log("got", await tasks["a"])
    log("gathered", await asyncio.gather(asyncio.sleep(1, "b5"), queue.get()))


async def c():
    log("got", await b())
    await queue.put("c1")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    task1 = start("main.3", asyncio.sleep(1, "main2"))
    await asyncio.sleep(0.3)
    log("main4")
    log("gathered", await asyncio.gather(task1, anext(ticks()), return_exceptions=True))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
