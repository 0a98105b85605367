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
    async with lock:
        log("a1")
        await asyncio.sleep(0.2)
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    asyncio.get_running_loop().call_soon(log, "b3")
    await asyncio.sleep(0.5)
    return "b"


async def c():
    log("thread", await asyncio.to_thread(block, 0.5, "c1"))
    try:
        async with asyncio.timeout(0.3) as limit:
            await asyncio.sleep(0.3)
            log("c2")
    except TimeoutError as error:
        log("c3", repr(error), limit.expired())
    log("got", await b())
    return "c"


async def d():
    log("d1")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(a(), 0.5))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    log("in time", await asyncio.wait_for(a(), 0.2))
    await asyncio.sleep(0.5)
    log("main4")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
