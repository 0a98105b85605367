import asyncio
import time

tasks = {}
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
    async with sem:
        log("a1")
        if sem.locked():
            sem.release()
        log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 1, "a2"))
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 0.5, "a3"), 1))
    async with asyncio.timeout(0.5) as limit:
        all = asyncio.gather(asyncio.sleep(0.5, "a4"), asyncio.sleep(1, "a5"), asyncio.sleep(1, "a6"))
        await asyncio.sleep(0.5)
        log("gathered", await all)


async def b():
    for _ in range(2):
        asyncio.get_running_loop().call_soon(log, "b1")
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.5, "b2"))
    task3 = start("b.5", asyncio.sleep(1, "b4"))
    await asyncio.sleep(1)
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
