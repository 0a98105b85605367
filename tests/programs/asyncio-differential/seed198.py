import asyncio

tasks = {}


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
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0)
        raise


async def a():
    generator = ticks()
    try:
        log("first", await anext(generator))
        log("then", await generator.athrow(ValueError("a1")))
    finally:
        await generator.aclose()
    log("a2")


async def b():
    log("gathered", await asyncio.gather(a()))
    await asyncio.sleep(0.1)
    task2 = start("b.3", a())
    log("cancel b", tasks["b"].cancel())


async def c():
    tasks["c"].add_done_callback(lambda task: log("c1", outcome(task)))
    await asyncio.sleep(0)
    log("c2")
    log("in time", await asyncio.wait_for(anext(ticks()), 0.3))
    await asyncio.sleep(0)
    log("c4")
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
