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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    try:
        await asyncio.sleep(0)
        log("a1")
    except BaseException as error:
        log("a2", repr(error))
        raise
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(event.wait(), asyncio.shield(asyncio.sleep(0.1)), event.wait(), return_exceptions=True))
    return "a"


async def b():
    log("got", await tasks["a"])
    await asyncio.sleep(0.1)
    log("b1")
    done, pending = await asyncio.wait([start("b.2", a())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    for _ in range(3):
        asyncio.current_task().cancel("b3")
    return "b"


async def c():
    try:
        async with asyncio.timeout(0.2) as limit:
            log("cancelling", asyncio.current_task().cancelling())
            log("shielded", await asyncio.shield(event.wait()))
    except TimeoutError as error:
        log("c2", repr(error), limit.expired())
    event.set()
    await asyncio.sleep(0.1)
    log("c3")
    await asyncio.sleep(0.2)
    log("c4")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
