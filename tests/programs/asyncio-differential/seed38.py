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


async def a():
    for _ in range(3):
        log("cancel a", tasks["a"].cancel("a1"))
    log("get", await queue.get())
    queue.task_done()
    task2 = start("a.4", asyncio.sleep(0.5, "a3"))
    await asyncio.sleep(0.5)
    log("a5")
    await queue.put("a6")


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await queue.put("main1")
    log("cancel b", tasks["b"].cancel("main2"))
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
