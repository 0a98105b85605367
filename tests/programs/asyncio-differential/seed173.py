import asyncio

tasks = {}
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
    await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    log("a1")
    raise ValueError("a")


async def b():
    log("cancel a", tasks["a"].cancel())
    try:
        log("in time", await asyncio.wait_for(a(), 0))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    log("b4")
    log("gathered", await asyncio.gather(asyncio.sleep(0, "b5"), a(), a()))
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel c", tasks["c"].cancel())
    try:
        log("in time", await asyncio.wait_for(b(), 0))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    all = asyncio.gather(tasks["b"], return_exceptions=True)
    await asyncio.sleep(0)
    log("c5")
    log("cancel all", all.cancel())
    log("gathered", await all)


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
