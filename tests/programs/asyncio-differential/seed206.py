import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)
barrier = asyncio.Barrier(3)


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
    async with sem:
        log("a1")
        asyncio.get_running_loop().call_soon(log, "a2")
        asyncio.get_running_loop().call_later(0.5, log, "a3")
    task4 = start("a.6", asyncio.sleep(1, "a5"))
    handle = asyncio.get_running_loop().call_later(0.5, log, "a7")
    await asyncio.sleep(0.5)
    log("a8")
    handle.cancel()
    log("uncancel", asyncio.current_task().uncancel())


async def b():
    for _ in range(2):
        await asyncio.sleep(0.5)
        log("b1")
    log("got", await a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    asyncio.get_running_loop().call_later(0.5, log, "main1")
    try:
        log("in time", await asyncio.wait_for(tasks["b"], 1))
    except TimeoutError as error:
        log("main3", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
