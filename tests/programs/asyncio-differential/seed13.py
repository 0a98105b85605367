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
    try:
        for _ in range(3):
            try:
                handle = asyncio.get_running_loop().call_later(0.5, log, "a1")
                await asyncio.sleep(0.5)
                handle.cancel()
            except asyncio.CancelledError as error:
                log("a2", repr(error), repr(error.__cause__))
    except BaseException as error:
        log("a3", repr(error), repr(error.__context__))
    log("thread", await asyncio.to_thread(block, 0, "a4"))
    return "a"


async def b():
    log("cancel c", tasks["c"].cancel())
    log("cancel c", tasks["c"].cancel())
    all = asyncio.gather(a(), asyncio.sleep(0.5, "b4"), barrier.wait())
    log("gathered", await all)
    raise ValueError("b")


async def c():
    try:
        log("in time", await asyncio.wait_for(b(), 0.5))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)


async def d():
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
