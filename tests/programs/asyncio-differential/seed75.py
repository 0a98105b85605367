import asyncio

tasks = {}
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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("cancelling", asyncio.current_task().cancelling())
    log("uncancel", asyncio.current_task().uncancel())
    note = lambda task: log("a1", task.cancelled())
    tasks["b"].add_done_callback(note)
    await asyncio.sleep(0)
    log("a2")
    log("removed", tasks["b"].remove_done_callback(note))
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 1, log, "a3")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    raise ValueError("b")


async def c():
    await asyncio.sleep(0.2)
    log("c1")
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("cancel b", tasks["b"].cancel())
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)


async def d():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(0.2)
    log("d2")
    asyncio.current_task().cancel()
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
