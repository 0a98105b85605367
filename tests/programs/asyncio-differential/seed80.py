import asyncio

tasks = {}
cond = asyncio.Condition()


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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("shielded", await asyncio.shield(asyncio.sleep(0.1, "a1")))
    all = asyncio.gather(asyncio.sleep(0.1, "a2"), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)))
    log("gathered", await all)
    await asyncio.sleep(0.5)
    log("a5")
    log("cancel c", tasks["c"].cancel())
    return "a"


async def b():
    log("shielded", await asyncio.shield(asyncio.sleep(0, "b1")))
    task2 = start("b.3", a())
    return "b"


async def c():
    async with cond:
        log("c1")
        log("cond", await cond.wait())
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
