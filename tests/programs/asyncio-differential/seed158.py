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


async def a():
    await asyncio.sleep(1)
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a1"), asyncio.sleep(1, "a2"), asyncio.sleep(0, "a3")))
    asyncio.get_running_loop().call_later(0.5, tasks["a"].cancel)
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.5))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))


async def c():
    log("c1")
    log("c2")
    for each in asyncio.as_completed([start("c.3", a()), start("c.5", asyncio.sleep(0, "c4"))]):
        log("next", await each)
    return "c"


async def d():
    task1 = start("d.2", a())
    await asyncio.sleep(0)
    log("d3")
    await asyncio.sleep(0)


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    handle = asyncio.get_running_loop().call_later(0.5, log, "main1")
    await asyncio.sleep(1)
    log("main2")
    handle.cancel()
    async for each in asyncio.as_completed([start("main.4", asyncio.sleep(0, "main3"))]):
        log("next", each.get_name(), await each)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
