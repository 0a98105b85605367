import asyncio

tasks = {}
lock = asyncio.Lock()
cond = asyncio.Condition()


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
        asyncio.current_task().cancel()
    finally:
        log("a2")
        log("gathered", await asyncio.gather(lock.acquire(), lock.acquire(), asyncio.sleep(0.5, "a5"), return_exceptions=True))
    log("a6")
    task7 = start("a.9", asyncio.sleep(0.3, "a8"))
    await asyncio.sleep(0.3)
    log("a10")
    return "a"


async def b():
    try:
        async with asyncio.timeout(0.5) as limit:
            tasks["b"].add_done_callback(lambda task: log("b1", outcome(task)))
            log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b2")))
    except TimeoutError as error:
        log("b3", repr(error), limit.expired())
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    task1 = start("main.2", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
