import asyncio
import time

tasks = {}
event = asyncio.Event()
sem = asyncio.Semaphore(1)
future = None


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    if not future.done():
        future.set_exception(KeyError("a2"))
    await asyncio.sleep(0)
    if not asyncio.current_task().cancelling():
        raise ValueError("a4")
    return "a"


async def b():
    try:
        log("thread", await asyncio.to_thread(block, 0, None))
    finally:
        log("b1")
        if not future.done():
            future.set_exception(KeyError("b3"))
    log("blocked", block(0.1, 0))
    if not future.done():
        future.set_result("b5")
    if not future.done():
        future.set_exception(KeyError("b9"))


async def c():
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0, "c1"))
    log("got", await tasks["b"])
    event.set()
    if not future.done():
        future.set_exception(KeyError("c3"))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
