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
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    return "a"


async def b():
    log("got", await tasks["a"])
    try:
        async with asyncio.timeout(0) as limit:
            log("got", await tasks["a"])
    except TimeoutError as error:
        log("b1", repr(error), limit.expired())
    if not asyncio.current_task().cancelling():
        raise ValueError("b2")


async def c():
    event.set()
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("event", await event.wait())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    event.set()
    log("shielded", await asyncio.shield(event.wait()))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
