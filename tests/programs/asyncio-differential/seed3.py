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
            await asyncio.sleep(0.5)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    tasks["c"].add_done_callback(lambda task: log("a1", outcome(task)))
    asyncio.get_running_loop().call_later(0.1, log, "a2")
    handle = asyncio.get_running_loop().call_later(0.1, log, "a3")
    await asyncio.sleep(1)
    handle.cancel()
    log("cancel c", tasks["c"].cancel("a4"))


async def b():
    await asyncio.sleep(0.5)
    log("b1")
    log("uncancel", asyncio.current_task().uncancel())
    handle = asyncio.get_running_loop().call_later(1, log, "b2")
    await asyncio.sleep(0.1)
    log("b3")
    handle.cancel()
    return "b"


async def c():
    try:
        try:
            log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
        except BaseException as error:
            log("c2", repr(error))
            log("got", await a())
        await asyncio.sleep(0.1)
    except asyncio.CancelledError as error:
        log("c3", repr(error))
    else:
        log("shielded", await asyncio.shield(asyncio.sleep(0.1, "c4")))
    asyncio.get_running_loop().call_later(1, tasks["b"].cancel)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(asyncio.sleep(1, "main1"), asyncio.sleep(0.1, "main2")))
    log("in time", await asyncio.wait_for(tasks["b"], 1))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
