import asyncio

tasks = {}
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")


async def a():
    if not asyncio.current_task().cancelling():
        raise ValueError("a1")
    async with cond:
        cond.notify()
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.3, "a2")), start("a.5", asyncio.sleep(1, "a4"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "a"


async def main():
    start("a", a())
    try:
        try:
            cond.notify()
            for _ in range(3):
                log("gathered", await asyncio.gather(a(), return_exceptions=True))
        except ValueError as error:
            log("main2", repr(error))
            log("got", await tasks["a"])
    finally:
        log("main3")
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "main4"), 0.3))
        except TimeoutError as error:
            log("main5", repr(error), repr(error.__cause__))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
