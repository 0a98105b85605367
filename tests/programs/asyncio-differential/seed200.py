import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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
    if sem.locked():
        sem.release()
    log("cancel a", tasks["a"].cancel())
    all = asyncio.gather(asyncio.sleep(0.2, "a2"), asyncio.sleep(0.3, "a3"), return_exceptions=True)
    await asyncio.sleep(0.3)
    log("a4")
    log("gathered", await all)
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    all = asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True)
    log("gathered", await all)
    return "b"


async def c():
    await asyncio.sleep(0.2)
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "c1"), 0.3))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
