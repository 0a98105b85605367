import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    for each in asyncio.as_completed([start("a.2", asyncio.sleep(0.2, "a1")), start("a.4", asyncio.sleep(0.1, "a3")), start("a.6", asyncio.sleep(0.1, "a5"))], timeout=0.2):
        log("next", await each)
    await asyncio.sleep(0.1)
    log("a7")
    asyncio.get_running_loop().call_later(0.1, log, "a8")
    async for each in asyncio.as_completed([start("a.10", asyncio.sleep(0.2, "a9")), start("a.12", asyncio.sleep(0.1, "a11"))]):
        log("next", each.get_name(), await each)
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "b1"), 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    return "b"


async def c():
    asyncio.current_task().cancel("c1")
    task2 = start("c.3", b())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.2)
    task1 = start("main.2", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
