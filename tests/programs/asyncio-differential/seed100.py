import asyncio
import time

tasks = {}
barrier = asyncio.Barrier(2)


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


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    if not asyncio.current_task().cancelling():
        raise KeyError("a1")
    log("gathered", await asyncio.gather(barrier.wait(), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))


async def b():
    log("b1")
    try:
        async with asyncio.timeout(0) as limit:
            limit.reschedule(None)
            log("cancel a", tasks["a"].cancel("b2"))
            task3 = start("b.5", asyncio.sleep(0, "b4"))
            await asyncio.sleep(0.1)
    except TimeoutError as error:
        log("b6", repr(error), limit.expired())
    await asyncio.sleep(0.2)
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    log("blocked", block(0, 0))
    async with barrier as position:
        log("barrier", position)
        log("cancel b", tasks["b"].cancel())
        log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
