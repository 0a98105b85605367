import asyncio
import time

tasks = {}
event = asyncio.Event()
lock = asyncio.Lock()


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
    await asyncio.sleep(0.2)
    log("a1")
    return "a"


async def b():
    async with lock:
        log("b1")
        all = asyncio.gather(event.wait())
        log("cancel all", all.cancel())
        log("gathered", await all)
        log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 0.2, "b4"), 0.5))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    task1 = start("main.3", asyncio.sleep(0.3, "main2"))
    await asyncio.sleep(0.5)
    log("main4")
    await asyncio.sleep(0.3)
    log("main5")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
