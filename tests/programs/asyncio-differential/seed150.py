import asyncio

tasks = {}
lock = asyncio.Lock()


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
    log("gathered", await asyncio.gather(lock.acquire(), return_exceptions=True))
    asyncio.get_running_loop().call_later(0.2, tasks["a"].cancel)
    log("gathered", await asyncio.gather(lock.acquire(), return_exceptions=True))
    task4 = start("a.6", asyncio.sleep(0.3, "a5"))
    return "a"


async def b():
    await asyncio.sleep(0.2)
    task1 = start("b.3", asyncio.sleep(1, "b2"))
    await asyncio.sleep(1)
    await asyncio.sleep(0.3)
    log("cancel b", tasks["b"].cancel())
    raise ValueError("b")


async def c():
    asyncio.get_running_loop().call_soon(log, "c1")
    log("cancel a", tasks["a"].cancel())
    log("cancel b", tasks["b"].cancel())


async def d():
    handle = asyncio.get_running_loop().call_later(1, log, "d1")
    await asyncio.sleep(0.3)
    handle.cancel()
    return "d"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    asyncio.get_running_loop().call_later(1, tasks["a"].cancel)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
