import asyncio

tasks = {}
event = asyncio.Event()
future = None
barrier = asyncio.Barrier(3)


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
    log("event", await event.wait())
    for _ in range(3):
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.3)
    log("a2")
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("event", await event.wait())
    await asyncio.sleep(0.5)
    try:
        log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
        try:
            log("event", await event.wait())
            log("cancel a", tasks["a"].cancel())
        finally:
            log("a4")
    except asyncio.CancelledError as error:
        log("a5", repr(error))
        raise
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
