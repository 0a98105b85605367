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
    log("a1")
    log("gathered", await asyncio.gather(queue.get()))
    return "a"


async def b():
    task1 = start("b.2", a())
    await queue.put("b3")
    queue.put_nowait("b4")
    return "b"


async def c():
    log("gathered", await asyncio.gather(queue.get(), queue.join(), asyncio.sleep(1, "c3"), return_exceptions=True))
    await queue.put("c4")
    log("get", await queue.get())
    try:
        try:
            log("in time", await asyncio.wait_for(a(), 0.2))
        except TimeoutError as error:
            log("c6", repr(error), repr(error.__cause__))
    except ValueError as error:
        log("c7", repr(error), repr(error.__cause__))
        raise
    return "c"


async def d():
    all = asyncio.gather(tasks["c"], return_exceptions=True)
    log("cancel all", all.cancel())
    log("gathered", await all)


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
