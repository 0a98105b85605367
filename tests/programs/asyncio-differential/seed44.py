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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.2)
            yield i
    finally:
        log("ticks ends")


async def a():
    log("cancel b", tasks["b"].cancel())


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    log("gathered", await asyncio.gather(tasks["a"]))
    log("future", await future)
    raise ValueError("b")


async def c():
    if not future.done():
        future.cancel("c3")
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    log("gathered", await asyncio.gather(future, future))
    log("cancel a", tasks["a"].cancel())
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(0.2, future.cancel)
    log("cancel a", tasks["a"].cancel("main2"))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
