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


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.2, "a1"), group)
            log("a3")
            log("cancel b", tasks["b"].cancel())
    except* ValueError as errors:
        log("a5", repr(errors))
    if not asyncio.current_task().cancelling():
        raise ValueError("a6")
    log("cancel b", tasks["b"].cancel("a7"))
    await asyncio.sleep(0.2)
    return "a"


async def b():
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    for each in asyncio.as_completed([start("b.2", a())]):
        log("next", await each)
    log("got", await a())
    if not asyncio.current_task().cancelling():
        raise KeyError("b3")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    task1 = start("main.3", asyncio.sleep(0.2, "main2"))
    await asyncio.sleep(0.2)
    log("main4")
    log("got", await tasks["b"])
    task5 = start("main.7", asyncio.sleep(1, "main6"))
    await asyncio.sleep(0.2)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
