import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
lock = asyncio.Lock()


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
    await asyncio.sleep(0)
    log("a1")
    asyncio.current_task().cancel()
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a3"), barrier.wait(), barrier.wait()))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.7", asyncio.sleep(1, "a6"), group)
            start("a.9", asyncio.sleep(1, "a8"), group)
            log("uncancel", asyncio.current_task().uncancel())
    except BaseExceptionGroup as errors:
        log("a10", repr(errors))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.12", asyncio.sleep(1, "a11"), group)
            start("a.14", asyncio.sleep(0, "a13"), group)
            asyncio.get_running_loop().call_later(1, tasks["a"].cancel, "a15")
            task16 = start("a.18", asyncio.sleep(0, "a17"))
            await asyncio.sleep(0)
    except ExceptionGroup as errors:
        log("a19", repr(errors))
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    log("got", await a())
    await asyncio.sleep(0)
    try:
        try:
            note = lambda task: log("main1", task.cancelled())
            tasks["a"].add_done_callback(note)
            await asyncio.sleep(1)
            log("main2")
            log("removed", tasks["a"].remove_done_callback(note))
        finally:
            log("main3")
    except Exception as error:
        log("main4", repr(error), repr(error.__cause__))
        log("main5")
    else:
        log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
