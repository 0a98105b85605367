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


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")


async def a():
    log("cancel a", tasks["a"].cancel("a1"))
    log("cancel a", tasks["a"].cancel("a2"))
    try:
        await asyncio.sleep(1)
        log("a3")
    except Exception as error:
        log("a4", repr(error), repr(error.__context__))
        await asyncio.sleep(0.2)
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    try:
        async for i in ticks():
            log("tick", i)
            done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0.3, "main1")), start("main.3", a())])
            log("done", names(done), "pending", names(pending))
            await asyncio.sleep(0.3)
            log("main4")
        for each in asyncio.as_completed([start("main.6", asyncio.sleep(0.3, "main5"))], timeout=0.3):
            log("next", await each)
    except BaseException as error:
        log("main7", repr(error), repr(error.__context__))
        asyncio.current_task().cancel("main8")
        await asyncio.sleep(0.3)
    done, pending = await asyncio.wait([start("main.10", asyncio.sleep(0.3, "main9")), start("main.11", a())])
    log("done", names(done), "pending", names(pending))
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
