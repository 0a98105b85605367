import asyncio

tasks = {}
queue = asyncio.Queue()


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    queue.shutdown(immediate=True)
    try:
        async with asyncio.TaskGroup() as group:
            start("a.3", asyncio.sleep(0, "a2"), group)
            log("in time", await asyncio.wait_for(queue.get(), 0))
    except ExceptionGroup as errors:
        log("a5", repr(errors))
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    note = lambda task: log("main1", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.2)
    log("main2")
    log("removed", tasks["a"].remove_done_callback(note))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
