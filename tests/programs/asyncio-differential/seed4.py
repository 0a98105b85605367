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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        await asyncio.sleep(1)
        log("gathered", await asyncio.gather(asyncio.sleep(1, "a1"), asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.5, "a3")))
    finally:
        log("a4")
    await asyncio.sleep(1)
    log("a5")
    return "a"


async def b():
    try:
        log("cancel b", tasks["b"].cancel("b1"))
        log("cancelling", asyncio.current_task().cancelling())
    except BaseException as error:
        log("b2", repr(error), repr(error.__context__))
        raise ValueError("b3") from error
    else:
        log("in time", await asyncio.wait_for(a(), 0.5))
    await asyncio.sleep(0.5)
    log("cancelling", asyncio.current_task().cancelling())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(1, "main1")), start("main.3", b()), start("main.4", a())])
    log("done", names(done), "pending", names(pending))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
