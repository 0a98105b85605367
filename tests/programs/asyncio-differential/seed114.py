import asyncio

tasks = {}
event = asyncio.Event()


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
            await asyncio.sleep(0.2)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    generator = ticks()
    try:
        log("first", await anext(generator))
        log("shielded", await asyncio.shield(event.wait()))
    finally:
        await generator.aclose()
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.2))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.5)
    log("main1")
    await asyncio.sleep(0.2)
    log("main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
