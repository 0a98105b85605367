import asyncio

tasks = {}
lock = asyncio.Lock()
sem = asyncio.Semaphore(2)


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
    for _ in range(3):
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(1, "a1"), group)
                async with asyncio.TaskGroup() as inner_group:
                    start("a.4", asyncio.sleep(1, "a3"), inner_group)
                    tasks["b"].add_done_callback(lambda task: log("a5", outcome(task)))
                await asyncio.sleep(1)
                log("a6")
        except* TimeoutError as errors:
            log("a7", repr(errors))
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("a9", repr(error), repr(error.__cause__))
    log("shielded", await asyncio.shield(asyncio.sleep(1, "a10")))
    return "a"


async def b():
    log("cancelling", asyncio.current_task().cancelling())
    task1 = start("b.2", a())
    await asyncio.sleep(0.3)
    log("b3")
    all = asyncio.gather(task1, asyncio.sleep(1, "b5"), return_exceptions=True)
    log("gathered", await all)
    raise ValueError("b")


async def c():
    task1 = start("c.2", b())
    await asyncio.sleep(1)


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
