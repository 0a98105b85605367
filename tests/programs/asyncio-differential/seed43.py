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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)
        log("ticks1")


async def a():
    log("a1")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a2"), 0.3))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.5)
    log("a4")
    await asyncio.sleep(0.5)
    log("a5")


async def b():
    for _ in range(2):
        await asyncio.sleep(0.3)
    return "b"


async def c():
    asyncio.get_running_loop().call_later(0.3, tasks["a"].cancel)
    log("in time", await asyncio.wait_for(tasks["a"], 0.3))
    try:
        tasks["a"].add_done_callback(lambda task: log("c3", outcome(task)))
    except ValueError as error:
        log("c4", repr(error))
        log("got", await tasks["a"])
    log("got", await b())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
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
