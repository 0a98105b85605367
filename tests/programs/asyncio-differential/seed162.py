import asyncio

tasks = {}
queue = asyncio.PriorityQueue(2)
event = asyncio.Event()
sem = asyncio.BoundedSemaphore(1)


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("cancel b", tasks["b"].cancel())


async def b():
    try:
        try:
            async with asyncio.timeout_at(asyncio.get_running_loop().time() + 1) as limit:
                limit.reschedule(asyncio.get_running_loop().time() + 1)
                log("cancel b", tasks["b"].cancel())
        except TimeoutError as error:
            log("b2", repr(error), limit.expired())
    finally:
        log("b3")
        log("cancelling", asyncio.current_task().cancelling())
    log("get", await queue.get())
    return "b"


async def c():
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    log("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    all = asyncio.gather(event.wait(), queue.join(), return_exceptions=True)
    await asyncio.sleep(0.1)
    log("cancel all", all.cancel())
    log("gathered", await all)
    log("event", await event.wait())
    queue.put_nowait("main4")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
