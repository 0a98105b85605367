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
    try:
        async for each in asyncio.as_completed([start("a.2", asyncio.sleep(0, "a1")), start("a.4", asyncio.sleep(0, "a3")), start("a.6", asyncio.sleep(0, "a5"))], timeout=0):
            log("next", each.get_name(), await each)
    finally:
        log("a7")
    log("gathered", await asyncio.gather(event.wait(), asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0, "a10"), return_exceptions=True))
    async for each in asyncio.as_completed([start("a.12", asyncio.sleep(0, "a11")), start("a.14", asyncio.sleep(0.3, "a13"))], timeout=0):
        log("next", each.get_name(), await each)
    await asyncio.sleep(0)
    log("a15")


async def b():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0.3)
    log("got", await tasks["a"])
    try:
        async with asyncio.timeout(0.3) as limit:
            log("gathered", await asyncio.gather(a()))
    except TimeoutError as error:
        log("b2", repr(error), limit.expired())
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("cancel a", tasks["a"].cancel())
    for _ in range(2):
        log("got", await tasks["b"])
        log("got", await tasks["a"])
    await asyncio.sleep(0.3)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
