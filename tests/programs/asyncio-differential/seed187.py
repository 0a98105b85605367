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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await queue.put("a1")
    try:
        done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.3, "a2")), start("a.5", asyncio.sleep(0.5, "a4")), start("a.7", asyncio.sleep(0.5, "a6"))], return_when=asyncio.FIRST_EXCEPTION)
        log("done", names(done), "pending", names(pending))
    except ValueError as error:
        log("a8", repr(error), repr(error.__cause__))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a9")
    return "a"


async def b():
    await asyncio.sleep(0.5)
    await queue.put("b1")
    log("get", await queue.get())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await queue.put("main1")
    log("shielded", await asyncio.shield(tasks["b"]))
    log("uncancel", asyncio.current_task().uncancel())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
