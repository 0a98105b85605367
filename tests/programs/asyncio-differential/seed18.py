import asyncio

tasks = {}
cond = asyncio.Condition()
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
        async with asyncio.timeout(0) as limit:
            log("cancel a", tasks["a"].cancel())
            done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.2, "a2")), start("a.5", asyncio.sleep(0, "a4"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
            log("done", names(done), "pending", names(pending))
    except TimeoutError as error:
        log("a6", repr(error), limit.expired())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a7"), 0))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a9"), 1))
    except TimeoutError as error:
        log("a10", repr(error), repr(error.__cause__))
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    await asyncio.sleep(0.2)
    log("b2")
    log("cancel b", tasks["b"].cancel("b3"))
    await asyncio.sleep(1)
    log("b4")
    return "b"


async def c():
    log("got", await tasks["b"])
    log("c1")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
