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
    asyncio.get_running_loop().call_soon(log, "a1")
    asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    log("event", await event.wait())
    log("gathered", await asyncio.gather(event.wait(), event.wait(), event.wait()))
    try:
        await asyncio.sleep(0)
    finally:
        log("a6")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    asyncio.get_running_loop().call_later(0, event.set)
    task2 = start("b.4", asyncio.sleep(0, "b3"))
    try:
        log("got", await tasks["a"])
    except asyncio.CancelledError as error:
        log("b5", repr(error))
        raise
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0))
    except TimeoutError as error:
        log("b7", repr(error), repr(error.__cause__))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("event", await event.wait())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
