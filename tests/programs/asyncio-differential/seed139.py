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
    try:
        log("cancel d", tasks["d"].cancel())
    except BaseException as error:
        log("a2", repr(error))
        raise
    queue.shutdown()
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    await asyncio.sleep(0.2)
    log("b1")
    return "b"


async def c():
    log("got", await a())
    queue.put_nowait("c1")
    return "c"


async def d():
    log("gathered", await asyncio.gather(tasks["b"], c()))
    log("cancel d", tasks["d"].cancel())
    log("get", await queue.get())
    queue.task_done()
    await queue.join()
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("get", await queue.get())
    queue.task_done()
    log("cancel d", tasks["d"].cancel())
    await asyncio.sleep(0.2)
    log("main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
