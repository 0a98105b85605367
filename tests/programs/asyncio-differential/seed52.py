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
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.2)
    log("a2")
    log("a3")
    all = asyncio.gather(asyncio.sleep(0.1, "a4"), asyncio.shield(asyncio.sleep(0.1)))
    log("gathered", await all)


async def b():
    await asyncio.sleep(0.3)
    all = asyncio.gather(a(), asyncio.shield(asyncio.sleep(0.1)))
    await asyncio.sleep(0.1)
    log("gathered", await all)
    return "b"


async def c():
    log("got", await tasks["a"])
    await asyncio.sleep(0.3)
    log("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
