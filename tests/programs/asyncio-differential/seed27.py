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
    asyncio.get_running_loop().call_soon(event.clear)
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.1)
    log("cancel a", tasks["a"].cancel())
    asyncio.get_running_loop().call_later(0.5, event.clear)
    return "a"


async def b():
    log("got", await tasks["a"])
    asyncio.current_task().cancel()
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("b2")
    await asyncio.sleep(0.3)
    log("b3")
    log("event", await event.wait())
    await asyncio.sleep(0.1)
    log("got", await tasks["a"])
    log("gathered", await asyncio.gather(tasks["a"], event.wait()))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    event.clear()
    await asyncio.sleep(0.1)
    task1 = start("main.3", asyncio.sleep(0.5, "main2"))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
