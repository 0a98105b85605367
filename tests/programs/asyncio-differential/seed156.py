import asyncio

tasks = {}
lock = asyncio.Lock()


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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 0.2))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise KeyError("a3")
    await asyncio.sleep(0)
    log("a4")
    for each in asyncio.as_completed([start("a.6", asyncio.sleep(0.1, "a5"))], timeout=0.2):
        log("next", await each)
    return "a"


async def b():
    if not asyncio.current_task().cancelling():
        raise ValueError("b1")
    log("cancel b", tasks["b"].cancel("b2"))
    done, pending = await asyncio.wait([start("b.3", a()), start("b.4", a()), start("b.6", asyncio.sleep(0, "b5"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    done, pending = await asyncio.wait([start("b.7", a())], return_when=asyncio.FIRST_COMPLETED, timeout=0.1)
    log("done", names(done), "pending", names(pending))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
