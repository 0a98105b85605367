import asyncio

tasks = {}
queue = asyncio.LifoQueue()
barrier = asyncio.Barrier(2)


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
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    log("get", await queue.get())
    await queue.put("a1")
    await queue.put("a2")
    await queue.put("a3")
    return "a"


async def main():
    start("a", a())
    asyncio.get_running_loop().call_soon(log, "main1")
    try:
        await queue.put("main2")
    except Exception as error:
        log("main3", repr(error))
        task4 = start("main.6", asyncio.sleep(1, "main5"))
        await asyncio.sleep(0.5)
        log("main7")
        for _ in range(2):
            await asyncio.sleep(0.5)
            log("main8")
    log("get", await queue.get())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
