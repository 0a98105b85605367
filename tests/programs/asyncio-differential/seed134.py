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
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, "a3")
    tasks["c"].add_done_callback(lambda task: log("a4", outcome(task)))
    return "a"


async def b():
    log("in time", await asyncio.wait_for(a(), 0.3))
    log("got", await tasks["a"])
    await asyncio.sleep(0.1)
    log("b2")
    return "b"


async def c():
    log("in time", await asyncio.wait_for(anext(ticks()), 0.3))
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), anext(ticks()), a()))
    log("got", await a())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_soon(log, "main1")
    await asyncio.sleep(0.3)
    log("main2")
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
