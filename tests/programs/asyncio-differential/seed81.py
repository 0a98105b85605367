import asyncio

tasks = {}
cond = asyncio.Condition()
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


ready = 0


def get_ready():
    global ready
    ready += 1
    return ready


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    for _ in range(3):
        log("cancel a", tasks["a"].cancel("a1"))
        async with cond:
            log("a2")
            cond.notify_all()
    note = lambda task: log("a3", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(1)
    log("removed", tasks["a"].remove_done_callback(note))


async def b():
    try:
        async with cond:
            log("b1")
            log("ready", get_ready())
            cond.notify()
        async with cond:
            log("ready", get_ready())
            cond.notify(2)
    except asyncio.CancelledError as error:
        log("b2", repr(error), repr(error.__cause__))
        raise
    try:
        event.clear()
    except asyncio.CancelledError as error:
        log("b3", repr(error))
        event.set()
        await asyncio.sleep(0.1)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
