import asyncio
import time

tasks = {}
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
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    all = asyncio.gather(lock.acquire())
    log("gathered", await all)
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    async with asyncio.TaskGroup() as group:
        start("b.2", a(), group)
        start("b.4", asyncio.sleep(0.3, "b3"), group)
    log("gathered", await asyncio.gather(a()))
    log("gathered", await asyncio.gather(lock.acquire(), asyncio.shield(asyncio.sleep(0.1)), a()))
    return "b"


async def c():
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 1, None))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["c"])
    await asyncio.sleep(0.3)
    log("main1")
    await asyncio.sleep(0.3)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
