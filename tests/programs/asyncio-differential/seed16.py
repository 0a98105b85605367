import asyncio

tasks = {}
queue = asyncio.PriorityQueue(2)
cond = asyncio.Condition()


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


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0)


async def a():
    await queue.put("a1")
    return "a"


async def b():
    for _ in range(3):
        await cond.acquire()
        try:
            cond.notify_all()
        finally:
            cond.release()
    asyncio.get_running_loop().call_later(0, queue.put_nowait, "late")
    log("shielded", await asyncio.shield(queue.get()))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("get", await queue.get())
    queue.task_done()
    await queue.put("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
