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
    for _ in range(2):
        log("cancel a", tasks["a"].cancel())
        async with cond:
            log("a2")
            cond.notify()
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a3"), asyncio.shield(asyncio.sleep(0.1))))
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b2"), return_exceptions=True))


async def main():
    start("a", a())
    start("b", b())
    try:
        log("got", await tasks["a"])
    finally:
        log("main1")
    await asyncio.sleep(0.2)
    log("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
