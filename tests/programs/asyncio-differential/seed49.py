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
    await asyncio.sleep(0.5)
    log("a1")
    return "a"


async def b():
    try:
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    finally:
        log("b2")
        tasks["a"].add_done_callback(lambda task: log("b3", outcome(task)))
    all = asyncio.gather(barrier.wait(), tasks["a"], barrier.wait(), return_exceptions=True)
    await asyncio.sleep(1)
    log("b7")
    log("cancel all", all.cancel())
    log("gathered", await all)
    note = lambda task: log("b9", task.cancelled())
    tasks["b"].add_done_callback(note)
    await asyncio.sleep(0.5)
    log("removed", tasks["b"].remove_done_callback(note))
    await asyncio.sleep(0.5)
    return "b"


async def c():
    log("gathered", await asyncio.gather(barrier.wait(), asyncio.sleep(0.5, "c2"), return_exceptions=True))
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("c4", repr(error), repr(error.__cause__))
    task5 = start("c.6", a())
    log("gathered", await asyncio.gather(barrier.wait(), return_exceptions=True))
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(c(), return_exceptions=True))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
