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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a1"), 0.1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    tasks["a"].add_done_callback(lambda task: log("a3", outcome(task)))
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a4"), asyncio.sleep(0.3, "a5"), asyncio.sleep(0.3, "a6"), return_exceptions=True))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a7"), 0))
    except TimeoutError as error:
        log("a8", repr(error), repr(error.__cause__))
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    await asyncio.sleep(0)
    log("main1")
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
