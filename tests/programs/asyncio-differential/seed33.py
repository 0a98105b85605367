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
            await asyncio.sleep(1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    async with asyncio.timeout(0.5) as limit:
        log("cancel b", tasks["b"].cancel("a1"))
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(0.5)
    log("b4")
    return "b"


async def c():
    log("got", await b())
    await asyncio.sleep(0.5)
    log("c1")
    log("gathered", await asyncio.gather(tasks["a"], a(), tasks["a"]))
    await asyncio.sleep(0.5)
    log("c5")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["b"])
    for each in asyncio.as_completed([start("main.1", b()), start("main.2", a()), start("main.3", b())]):
        log("next", await each)
    generator = ticks()
    try:
        log("first", await anext(generator))
        try:
            generator = ticks()
            try:
                log("first", await anext(generator))
            finally:
                await generator.aclose()
        finally:
            log("main5")
    finally:
        await generator.aclose()
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
