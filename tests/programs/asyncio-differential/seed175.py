import asyncio

tasks = {}
cond = asyncio.Condition()
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
    async with cond:
        cond.notify_all()
    log("uncancel", asyncio.current_task().uncancel())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.3) as limit:
            await asyncio.sleep(0.2)
            log("a1")
            log("a2")
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    log("shielded", await asyncio.shield(barrier.wait()))
    return "a"


async def b():
    all = asyncio.gather(asyncio.sleep(0.3, "b1"), asyncio.sleep(0, "b2"))
    await asyncio.sleep(0)
    log("b3")
    log("gathered", await all)
    log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    asyncio.current_task().set_name("c1")
    log("got", await tasks["a"])
    raise ValueError("c")


async def d():
    log("shielded", await asyncio.shield(tasks["a"]))
    try:
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    finally:
        log("d2")
        log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    tasks["a"].add_done_callback(lambda task: log("d3", outcome(task)))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("d4")
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("cancel c", tasks["c"].cancel())
    asyncio.current_task().cancel("main2")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
