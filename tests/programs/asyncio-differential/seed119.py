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
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a1"), 0.2))
    log("cancel d", tasks["d"].cancel())
    await sem.acquire()
    try:
        try:
            log("a3")
        except asyncio.CancelledError as error:
            log("a4", repr(error), repr(error.__cause__))
            log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 0.1, "a5"), 0.1))
    finally:
        sem.release()
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    task3 = start("b.4", a())
    await asyncio.sleep(0.2)
    await asyncio.sleep(0.2)


async def c():
    asyncio.current_task().cancel("c1")
    return "c"


async def d():
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    try:
        async with sem:
            log("d2")
            note = lambda task: log("d3", task.cancelled())
            tasks["b"].add_done_callback(note)
            await asyncio.sleep(0.1)
            log("removed", tasks["b"].remove_done_callback(note))
    finally:
        log("d4")
    await asyncio.sleep(0.1)
    log("d5")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(0.1)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
