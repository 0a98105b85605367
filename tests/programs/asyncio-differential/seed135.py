import asyncio
import time

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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)


async def a():
    await asyncio.sleep(0.2)
    log("a1")
    tasks["b"].add_done_callback(lambda task: log("a2", outcome(task)))
    await asyncio.sleep(1)
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel("b1"))
    for _ in range(3):
        try:
            log("thread", await asyncio.to_thread(block, 0.2, "b2"))
            log("got", await a())
        except asyncio.CancelledError as error:
            log("b3", repr(error), repr(error.__cause__))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    log("got", await tasks["b"])
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
