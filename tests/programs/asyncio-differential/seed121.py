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


async def a():
    all = asyncio.gather(lock.acquire())
    await asyncio.sleep(0)
    log("a2")
    log("cancel all", all.cancel())
    log("gathered", await all)
    task4 = start("a.6", asyncio.sleep(0, "a5"))
    await asyncio.sleep(0)
    log("a7")
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    done, pending = await asyncio.wait([start("b.3", a()), tasks["a"], tasks["a"]])
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.3)
    raise ValueError("b")


async def c():
    await asyncio.sleep(0)
    log("c1")
    return "c"


async def d():
    log("got", await b())
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("got", await d())
    if lock.locked():
        lock.release()
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
