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


def rescue(rounds):
    log("rescue")
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)


async def a():
    log("size", queue.qsize(), queue.full())
    await queue.put("a2")
    await queue.put("a3")
    task4 = start("a.6", asyncio.sleep(0.1, "a5"))
    return "a"


async def b():
    await asyncio.sleep(0.3)
    log("got", await a())
    raise ValueError("b")


async def c():
    log("gathered", await asyncio.gather(queue.get(), queue.get(), tasks["b"], return_exceptions=True))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel())
    await queue.put("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
