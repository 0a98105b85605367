import asyncio

tasks = {}
queue = asyncio.Queue(1)


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
    await asyncio.sleep(0.2)
    await queue.put("a1")
    queue.put_nowait("a2")
    asyncio.get_running_loop().call_soon(log, "a3")
    return "a"


async def b():
    log("get", await queue.get())
    queue.task_done()
    log("get", await queue.get())
    queue.task_done()
    return "b"


async def c():
    queue.shutdown(immediate=True)
    log("shielded", await asyncio.shield(queue.get()))
    try:
        async with asyncio.timeout(0.2) as limit:
            tasks["a"].add_done_callback(lambda task: log("c3", outcome(task)))
    except TimeoutError as error:
        log("c4", repr(error), limit.expired())


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    note = lambda task: log("main1", task.cancelled())
    tasks["c"].add_done_callback(note)
    await asyncio.sleep(1)
    log("main2")
    log("removed", tasks["c"].remove_done_callback(note))
    await queue.join()
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
