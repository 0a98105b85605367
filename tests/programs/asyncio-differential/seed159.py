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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("cancelling", asyncio.current_task().cancelling())
    log("future", await future)
    try:
        task1 = start("a.3", asyncio.sleep(0.3, "a2"))
        await asyncio.sleep(0.3)
        log("a4")
    except Exception as error:
        log("a5", repr(error))
        log("a6")
    return "a"


async def b():
    if not future.done():
        future.set_result("b1")
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"], tasks["a"], return_exceptions=True))
    done, pending = await asyncio.wait([start("b.8", asyncio.sleep(0.3, "b7"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    return "b"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    log("future", await future)
    if not future.done():
        future.set_exception(KeyError("main2"))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
