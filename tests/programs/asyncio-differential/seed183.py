import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
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
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.3, "a1"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.4", asyncio.sleep(0.3, "a3"), inner_group)
                await asyncio.sleep(0)
    except* Exception as errors:
        log("a5", repr(errors))
    except* KeyError as errors:
        log("a6", repr(errors))
        note = lambda task: log("a7", task.cancelled())
        tasks["c"].add_done_callback(note)
        await asyncio.sleep(0.3)
        log("removed", tasks["c"].remove_done_callback(note))
    return "a"


async def b():
    task1 = start("b.2", a())
    log("got", await a())
    try:
        async with asyncio.TaskGroup() as group:
            start("b.4", asyncio.sleep(0, "b3"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("b.6", asyncio.sleep(0, "b5"), inner_group)
                log("got", await tasks["a"])
    except* KeyError as errors:
        log("b7", repr(errors))
    except* ValueError as errors:
        log("b8", repr(errors))
    log("got", await a())
    return "b"


async def c():
    asyncio.get_running_loop().call_later(0, log, "c1")
    asyncio.get_running_loop().call_soon(log, "c2")
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
