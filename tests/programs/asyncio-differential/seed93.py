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
            await asyncio.sleep(0.1)
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    generator = ticks()
    try:
        log("first", await anext(generator))
        tasks["a"].add_done_callback(lambda task: log("a1", outcome(task)))
        log("then", await generator.athrow(ValueError("a2")))
    finally:
        await generator.aclose()
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    return "a"


async def main():
    start("a", a())
    asyncio.current_task().cancel("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
