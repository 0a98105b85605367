import asyncio

tasks = {}
event = asyncio.Event()


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
    log("shielded", await asyncio.shield(event.wait()))
    return "a"


async def b():
    log("event", await event.wait())
    event.set()
    return "b"


async def c():
    event.set()
    task1 = start("c.2", a())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("shielded", await asyncio.shield(asyncio.sleep(0.5, "main1")))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
