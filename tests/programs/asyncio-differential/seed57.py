import asyncio

tasks = {}
queue = asyncio.LifoQueue()
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    queue.shutdown(immediate=True)
    if not future.done():
        future.set_result("a2")
    log("get", queue.get_nowait())
    done, pending = await asyncio.wait([start("a.7", asyncio.sleep(1, "a6")), start("a.9", asyncio.sleep(0.1, "a8")), start("a.11", asyncio.sleep(0.1, "a10"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(0.1, "b2"))
    task4 = start("b.5", a())
    try:
        await queue.join()
    except asyncio.CancelledError as error:
        log("b7", repr(error))
    raise ValueError("b")


async def c():
    for _ in range(3):
        log("got", await tasks["b"])
        log("future", await future)
    log("cancel c", tasks["c"].cancel("c1"))
    log("get", await queue.get())
    await asyncio.sleep(0.1)
    log("c2")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
