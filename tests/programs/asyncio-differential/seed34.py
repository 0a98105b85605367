import asyncio

tasks = {}
cond = asyncio.Condition()
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
    log("shielded", await asyncio.shield(asyncio.sleep(0, "a1")))
    log("shielded", await asyncio.shield(event.wait()))
    async with asyncio.timeout(0.2) as limit:
        try:
            log("event", event.clear())
        finally:
            log("a3")
            task4 = start("a.6", asyncio.sleep(0, "a5"))
            await asyncio.sleep(0)
            log("a7")
    return "a"


async def b():
    async with cond:
        cond.notify_all()
    await asyncio.sleep(1)
    log("b1")
    raise ValueError("b")


async def c():
    try:
        log("shielded", await asyncio.shield(event.wait()))
    except asyncio.CancelledError as error:
        log("c2", repr(error))
        raise
    for _ in range(3):
        try:
            log("c3")
            log("c4")
        except ValueError as error:
            log("c5", repr(error))
            raise
        else:
            log("cancel a", tasks["a"].cancel("c6"))
    asyncio.current_task().cancel()
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("shielded", await asyncio.shield(asyncio.sleep(0, "main1")))
    await asyncio.sleep(0.2)
    log("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
