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
    for _ in range(2):
        await asyncio.sleep(0)
        log("a1")
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    return "a"


async def b():
    log("b1")
    asyncio.current_task().cancel("b2")
    asyncio.get_running_loop().call_later(0, log, "b3")
    await asyncio.sleep(0.2)
    return "b"


async def c():
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.2)
    log("main1")
    log("got", await c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
