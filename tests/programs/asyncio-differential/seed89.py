import asyncio

tasks = {}
lock = asyncio.Lock()
sem = asyncio.BoundedSemaphore(1)


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
    async with lock:
        log("a1")
        await sem.acquire()
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, "a2"), 0))
            except TimeoutError as error:
                log("a3", repr(error), repr(error.__cause__))
        finally:
            sem.release()
    raise ValueError("a")


async def b():
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, "b1")


async def c():
    await sem.acquire()
    try:
        if sem.locked():
            sem.release()
    finally:
        sem.release()
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, "c1")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 0.5))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
