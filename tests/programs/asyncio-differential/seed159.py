import asyncio

tasks = {}
future = None


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
    log("cancelling", asyncio.current_task().cancelling())
    log("future", await future)
    try:
        task1 = start("a.3", asyncio.sleep(0.2, "a2"))
        await asyncio.sleep(0.2)
        log("a4")
    except Exception as error:
        log("a5", repr(error))
    return "a"


async def b():
    try:
        await asyncio.sleep(0.2)
        log("b1")
    except BaseException as error:
        log("b2", repr(error))
    else:
        log("cancel a", tasks["a"].cancel())
    future.cancel("b6")
    log("cancel b", tasks["b"].cancel())
    return "b"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    log("got", await a())
    task1 = start("main.2", a())
    log("future", await future)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
