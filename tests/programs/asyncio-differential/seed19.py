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
    asyncio.get_running_loop().call_soon(future.cancel)
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.5, "a2")), start("a.5", asyncio.sleep(0.2, "a4")), start("a.7", asyncio.sleep(0.2, "a6"))])
    log("done", names(done), "pending", names(pending))
    try:
        asyncio.get_running_loop().call_soon(future.cancel)
    except asyncio.CancelledError as error:
        log("a9", repr(error))
        async for each in asyncio.as_completed([start("a.11", asyncio.sleep(0.2, "a10")), start("a.13", asyncio.sleep(0.5, "a12"))]):
            log("next", each.get_name(), await each)
        try:
            log("in time", await asyncio.wait_for(future, 0.5))
        except TimeoutError as error:
            log("a15", repr(error), repr(error.__cause__))
    else:
        if not future.done():
            future.cancel()
    raise ValueError("a")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    log("got", await tasks["a"])
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0.5, "main1"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.5)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.2)
    log("main3")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
