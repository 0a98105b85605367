import asyncio

tasks = {}
queue = asyncio.Queue(2)
barrier = asyncio.Barrier(2)


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
        for _ in range(2):
            log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
        try:
            asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
            try:
                log("cancelling", asyncio.current_task().cancelling())
                log("cancel c", tasks["c"].cancel())
            finally:
                log("a3")
                queue.shutdown(immediate=True)
        except Exception as error:
            log("a5", repr(error))
            task6 = start("a.8", asyncio.sleep(0, "a7"))
    except asyncio.CancelledError as error:
        log("a9", repr(error))
    else:
        log("get", await queue.get())
        queue.task_done()
    return "a"


async def b():
    log("get", await queue.get())
    queue.task_done()
    await queue.put("b1")
    return "b"


async def c():
    queue.shutdown(immediate=True)
    async with asyncio.timeout(0) as limit:
        await queue.join()
        queue.shutdown()
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("main1")
    log("get", await queue.get())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
