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
            await asyncio.sleep(0)
            yield i
    finally:
        log("ticks ends")


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a1")))
    task2 = start("a.4", asyncio.sleep(0, "a3"))
    await asyncio.sleep(0.5)
    log("a5")
    log("a6")
    return "a"


async def b():
    task1 = start("b.2", a())
    await asyncio.sleep(0.5)
    log("b3")
    log("uncancel", asyncio.current_task().uncancel())
    log("b4")
    log("got", await task1)
    return "b"


async def c():
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel)
    log("got", await b())
    asyncio.current_task().cancel("c2")
    tasks["c"].add_done_callback(lambda task: log("c3", outcome(task)))
    handle = asyncio.get_running_loop().call_later(0.5, log, "c4")
    await asyncio.sleep(0.5)
    log("c5")
    handle.cancel()
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        log("cancelling", asyncio.current_task().cancelling())
    finally:
        log("main1")
    log("got", await a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
