import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
future = None


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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    all = asyncio.gather(asyncio.sleep(0, "a1"), asyncio.sleep(0, "a2"), future)
    log("gathered", await all)
    for _ in range(3):
        async for each in asyncio.as_completed([start("a.5", asyncio.sleep(0.2, "a4")), start("a.7", asyncio.sleep(0, "a6")), start("a.9", asyncio.sleep(0.2, "a8"))], timeout=0.2):
            log("next", each.get_name(), await each)


async def b():
    try:
        async with asyncio.timeout(0.2) as limit:
            log("cancel b", tasks["b"].cancel())
    except TimeoutError as error:
        log("b2", repr(error), limit.expired())


async def c():
    log("gathered", await asyncio.gather(future, tasks["b"], return_exceptions=True))
    future.add_done_callback(lambda task: log("c3", outcome(task)))
    try:
        asyncio.get_running_loop().call_soon(future.cancel)
    except BaseException as error:
        log("c5", repr(error), repr(error.__context__))
    log("cancel c", tasks["c"].cancel())
    return "c"


async def d():
    future.set_exception(KeyError("d2"))
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(0)
    except TimeoutError as error:
        log("d4", repr(error), limit.expired())
    log("future", await future)
    for each in asyncio.as_completed([start("d.5", c())]):
        log("next", await each)
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(0.2)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
