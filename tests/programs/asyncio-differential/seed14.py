import asyncio

tasks = {}
queue = asyncio.Queue(2)
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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.2)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    if not future.done():
        future.set_result("a1")


async def b():
    log("get", await queue.get())
    await queue.put("b1")
    future.cancel("b4")
    if not future.done():
        future.cancel("b7")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    try:
        log("in time", await asyncio.wait_for(anext(ticks()), 0))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
