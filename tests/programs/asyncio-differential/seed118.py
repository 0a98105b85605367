import asyncio

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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        async with lock:
            log("a1")
            log("a2")
    except BaseException as error:
        log("a3", repr(error), repr(error.__cause__))
        raise
    else:
        done, pending = await asyncio.wait([start("a.5", asyncio.sleep(0.5, "a4"))], timeout=0.5)
        log("done", names(done), "pending", names(pending))
    log("shielded", await asyncio.shield(anext(ticks())))
    await asyncio.sleep(1)
    log("a7")
    return "a"


async def b():
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    log("shielded", await asyncio.shield(anext(ticks())))
    return "b"


async def c():
    await asyncio.sleep(1)
    log("got", await a())
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.5)
    return "c"


async def d():
    for each in asyncio.as_completed([start("d.1", b()), start("d.3", asyncio.sleep(1, "d2"))]):
        log("next", await each)
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
