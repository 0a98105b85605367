import asyncio

tasks = {}
event = asyncio.Event()


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
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(1, "a1"), group)
    except ExceptionGroup as errors:
        log("a3", repr(errors))
    raise ValueError("a")


async def b():
    log("got", await tasks["a"])
    log("cancel b", tasks["b"].cancel("b1"))
    log("got", await tasks["a"])
    try:
        log("got", await tasks["a"])
    finally:
        log("b2")
        for _ in range(3):
            log("cancel b", tasks["b"].cancel("b3"))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    task1 = start("main.3", asyncio.sleep(0.3, "main2"))
    log("event", event.clear())
    log("gathered", await asyncio.gather(event.wait(), tasks["a"]))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
