import asyncio

tasks = {}
queue = asyncio.PriorityQueue(2)


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
    await asyncio.sleep(1)
    for each in asyncio.as_completed([start("a.2", asyncio.sleep(0.5, "a1")), start("a.4", asyncio.sleep(0.5, "a3"))], timeout=0.5):
        log("next", await each)
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a5"), 1))
    except TimeoutError as error:
        log("a6", repr(error), repr(error.__cause__))
    await queue.put("a7")
    return "a"


async def b():
    log("get", await queue.get())
    queue.task_done()
    done, pending = await asyncio.wait([start("b.1", a())])
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    log("cancelling", asyncio.current_task().cancelling())
    log("gathered", await asyncio.gather(queue.join(), a(), queue.join()))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("main1")
    try:
        log("in time", await asyncio.wait_for(queue.get(), 0))
    except TimeoutError as error:
        log("main3", repr(error), repr(error.__cause__))
    task4 = start("main.6", asyncio.sleep(0, "main5"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
