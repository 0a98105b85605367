import asyncio

tasks = {}


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
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(0.3, "a1"), group)
                log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a3"), asyncio.sleep(1, "a4"), asyncio.sleep(0.3, "a5"), return_exceptions=True))
                log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a6"), asyncio.sleep(0.3, "a7")))
        except BaseExceptionGroup as errors:
            log("a8", repr(errors))
    except ValueError as error:
        log("a9", repr(error))
    return "a"


async def b():
    try:
        task1 = start("b.2", a())
    except Exception as error:
        log("b3", repr(error))
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
