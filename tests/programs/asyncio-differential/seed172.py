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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        await asyncio.sleep(0.3)
        log("a1")
        task2 = start("a.4", asyncio.sleep(0.3, "a3"))
    finally:
        log("a5")
    return "a"


async def b():
    try:
        async with asyncio.timeout(0.2) as limit:
            limit.reschedule(None)
            try:
                tasks["c"].add_done_callback(lambda task: log("b1", outcome(task)))
                log("cancel a", tasks["a"].cancel("b2"))
            except Exception as error:
                log("b3", repr(error), repr(error.__cause__))
            log("got", await tasks["a"])
    except TimeoutError as error:
        log("b4", repr(error), limit.expired())
    if not asyncio.current_task().cancelling():
        raise KeyError("b5")
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.3)
    log("b7")


async def c():
    asyncio.get_running_loop().call_soon(log, "c1")
    await asyncio.sleep(0.3)
    asyncio.current_task().set_name("c2")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().set_name("main1")
    task2 = start("main.3", a())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
