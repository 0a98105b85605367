import asyncio

tasks = {}
event = asyncio.Event()
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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        asyncio.get_running_loop().call_soon(log, "a1")
    finally:
        log("a2")
    for _ in range(3):
        log("cancel b", tasks["b"].cancel())
    log("a4")
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel)
    tasks["a"].add_done_callback(lambda task: log("b2", outcome(task)))
    asyncio.current_task().cancel()
    return "b"


async def c():
    log("shielded", await asyncio.shield(asyncio.sleep(0.5, "c1")))
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    log("c4")
    return "c"


async def d():
    try:
        await asyncio.sleep(1)
        log("d1")
        log("cancel a", tasks["a"].cancel("d2"))
    except asyncio.CancelledError as error:
        log("d3", repr(error), repr(error.__context__))
    note = lambda task: log("d4", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.5)
    log("d5")
    log("removed", tasks["a"].remove_done_callback(note))
    raise ValueError("d")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            start("d", d(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
