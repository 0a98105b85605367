import asyncio
import time

tasks = {}
lock = asyncio.Lock()
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
    try:
        async with asyncio.timeout(1) as limit:
            try:
                log("in time", await asyncio.wait_for(lock.acquire(), 1))
            except TimeoutError as error:
                log("a2", repr(error), repr(error.__cause__))
            await asyncio.sleep(0.2)
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    async for each in asyncio.as_completed([start("a.5", asyncio.sleep(1, "a4"))]):
        log("next", each.get_name(), await each)
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 1))
    except TimeoutError as error:
        log("a7", repr(error), repr(error.__cause__))
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 1, "b2"), 0.2))
    note = lambda task: log("b3", task.cancelled())
    tasks["d"].add_done_callback(note)
    await asyncio.sleep(1)
    log("removed", tasks["d"].remove_done_callback(note))
    return "b"


async def c():
    log("got", await a())
    asyncio.get_running_loop().call_later(0.2, tasks["a"].cancel)
    await asyncio.sleep(0.2)
    log("c2")
    return "c"


async def d():
    task1 = start("d.2", b())
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
