import asyncio

tasks = {}
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
    try:
        await asyncio.sleep(0.1)
        log("a1")
        future.set_exception(KeyError("a3"))
    except Exception as error:
        log("a5", repr(error))
        raise
    log("gathered", await asyncio.gather(future, asyncio.sleep(0.5, "a7")))
    log("future", await future)


async def b():
    if not future.done():
        future.cancel("b3")
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel("c1"))
    log("got", await b())
    return "c"


async def d():
    task1 = start("d.2", b())
    raise ValueError("d")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    asyncio.current_task().cancel()
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
