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


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("event", await event.wait())
    task1 = start("a.3", asyncio.sleep(0.2, "a2"))
    await asyncio.sleep(0.2)
    log("a4")
    asyncio.current_task().set_name("a5")
    return "a"


async def b():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log("b1")
    log("event", await event.wait())
    asyncio.current_task().cancel()
    for each in asyncio.as_completed([start("b.3", a()), start("b.4", a()), start("b.6", asyncio.sleep(0.2, "b5"))], timeout=0.2):
        log("next", await each)
    return "b"


async def c():
    async for each in asyncio.as_completed([start("c.2", asyncio.sleep(0.2, "c1")), start("c.3", a())]):
        log("next", each.get_name(), await each)
    try:
        all = asyncio.gather(tasks["a"], return_exceptions=True)
        log("gathered", await all)
    except asyncio.CancelledError as error:
        log("c5", repr(error), repr(error.__cause__))
    asyncio.current_task().cancel()
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.2) as limit:
            asyncio.current_task().set_name("main1")
            log("cancel c", tasks["c"].cancel())
    except TimeoutError as error:
        log("main3", repr(error), limit.expired())
    all = asyncio.gather(a(), tasks["a"], asyncio.sleep(0, "main6"))
    await asyncio.sleep(0)
    log("main7")
    log("gathered", await all)
    log("got", await tasks["a"])
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
