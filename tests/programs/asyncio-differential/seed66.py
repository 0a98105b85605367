import asyncio

tasks = {}
event = asyncio.Event()
queue = asyncio.LifoQueue()


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
    event.set()
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await queue.put("a1")


async def b():
    event.set()
    log("shielded", await asyncio.shield(queue.get()))
    return "b"


async def c():
    task1 = start("c.2", b())
    asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
    log("c4")
    return "c"


async def d():
    log("event", await event.wait())
    log("event", await event.wait())
    await queue.put("d1")
    log("d2")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        async with asyncio.TaskGroup() as group:
            start("main.1", c(), group)
    except ExceptionGroup as errors:
        log("main2", repr(errors))
    log("shielded", await asyncio.shield(queue.get()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
