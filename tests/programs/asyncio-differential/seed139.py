import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.2)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.2, "a1"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.1)
    log("done", names(done), "pending", names(pending))
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.1", a()), tasks["a"], tasks["a"]], timeout=0.1)
    log("done", names(done), "pending", names(pending))
    log("got", await tasks["a"])
    log("cancel c", tasks["c"].cancel("b2"))
    return "b"


async def c():
    try:
        task1 = start("c.2", b())
        await asyncio.sleep(1)
        log("c3")
    finally:
        log("c4")
    done, pending = await asyncio.wait([start("c.5", a()), tasks["a"], tasks["b"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    asyncio.current_task().cancel()
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel b", tasks["b"].cancel("main1"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
