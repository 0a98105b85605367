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
    await asyncio.sleep(1)
    log("a1")
    log("cancel a", tasks["a"].cancel())
    task3 = start("a.5", asyncio.sleep(1, "a4"))
    task3.cancel("a6")


async def b():
    log("got", await a())
    try:
        await asyncio.sleep(1)
        log("b1")
    except ValueError as error:
        log("b2", repr(error))
        raise


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    log("main1")
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.1))
    except TimeoutError as error:
        log("main3", repr(error), repr(error.__cause__))
    log("main4")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
