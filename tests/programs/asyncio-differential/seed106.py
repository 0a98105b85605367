import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
sem = asyncio.Semaphore(2)


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
    if not asyncio.current_task().cancelling():
        raise KeyError("a1")
    all = asyncio.gather(barrier.wait(), return_exceptions=True)
    log("cancel all", all.cancel())
    log("gathered", await all)
    raise ValueError("a")


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    done, pending = await asyncio.wait([start("b.1", a()), tasks["a"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    log("got", await tasks["a"])
    log("cancel b", tasks["b"].cancel("c1"))
    try:
        for _ in range(3):
            asyncio.current_task().cancel()
    except asyncio.CancelledError as error:
        log("c3", repr(error), repr(error.__context__))
        task4 = start("c.5", b())
        await asyncio.sleep(0.5)
        log("c6")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
