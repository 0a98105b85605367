import asyncio

tasks = {}
queue = asyncio.Queue()
lock = asyncio.Lock()
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


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("future", await future)
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(0.1, "b2"))
    await queue.put("b4")
    if not future.done():
        future.cancel()
    log("b8")
    return "b"


async def c():
    await queue.put("c1")
    try:
        future.set_result("c2")
    except BaseException as error:
        log("c5", repr(error))
    log("future", await future)
    log("cancel a", tasks["a"].cancel())
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
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
