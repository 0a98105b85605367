import asyncio

tasks = {}


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
    all = asyncio.gather(asyncio.sleep(0.2, "a1"), asyncio.sleep(0.5, "a2"), asyncio.sleep(0.2, "a3"))
    log("cancel all", all.cancel("a4"))
    log("gathered", await all)
    await asyncio.sleep(0.5)
    log("a5")
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a6"), asyncio.sleep(0.2, "a7"), asyncio.sleep(0.2, "a8"), return_exceptions=True))


async def b():
    log("got", await tasks["a"])
    log("cancel b", tasks["b"].cancel())
    log("gathered", await asyncio.gather(tasks["a"], return_exceptions=True))
    await asyncio.sleep(0.5)
    return "b"


async def c():
    await asyncio.sleep(0.5)
    task1 = start("c.2", b())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
