import asyncio
import time

tasks = {}
sem = asyncio.Semaphore(1)


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
    log("thread", await asyncio.to_thread(block, 0.2, None))
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.2)
    log("b3")
    async for each in asyncio.as_completed([start("b.5", asyncio.sleep(0.1, "b4"))]):
        log("next", each.get_name(), await each)


async def c():
    log("cancel b", tasks["b"].cancel())
    try:
        all = asyncio.gather(tasks["b"], tasks["b"], tasks["a"], return_exceptions=True)
        log("cancel all", all.cancel())
        log("gathered", await all)
        log("got", await tasks["b"])
    finally:
        log("c6")
        try:
            log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
        except TimeoutError as error:
            log("c8", repr(error), repr(error.__cause__))
    await asyncio.sleep(1)
    await asyncio.sleep(0.2)
    log("c9")
    raise ValueError("c")


async def d():
    log("d1")
    log("cancel d", tasks["d"].cancel("d2"))
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    if not asyncio.current_task().cancelling():
        raise ValueError("main1")
    await asyncio.sleep(0.1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
