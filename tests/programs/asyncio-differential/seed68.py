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


async def a():
    await asyncio.sleep(0.2)
    log("a1")
    log("in time", await asyncio.wait_for(asyncio.sleep(1, "a2"), 0.3))
    cond.notify(2)
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    log("gathered", await asyncio.gather(asyncio.sleep(1, "b1"), a(), asyncio.sleep(0.2, "b3")))
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel())
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "c2"), 1))
    await asyncio.sleep(0.3)
    log("c3")
    log("cancel b", tasks["b"].cancel("c4"))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0.3)
    asyncio.current_task().cancel()
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
