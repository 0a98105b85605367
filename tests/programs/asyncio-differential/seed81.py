import asyncio

tasks = {}
sem = asyncio.Semaphore(2)


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
    log("cancel b", tasks["b"].cancel("a1"))
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel("b1"))
    asyncio.current_task().cancel()
    await asyncio.sleep(1)
    log("b3")
    return "b"


async def c():
    async with asyncio.timeout(0.2) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 1)
        for each in asyncio.as_completed([start("c.2", asyncio.sleep(0.2, "c1"))]):
            log("next", await each)
        log("got", await tasks["b"])
    asyncio.current_task().cancel()
    await asyncio.sleep(0.2)
    log("c4")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
