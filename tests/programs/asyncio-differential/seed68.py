import asyncio

tasks = {}
event = asyncio.Event()
lock = asyncio.Lock()


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
    await asyncio.sleep(0.2)
    log("a1")
    return "a"


async def b():
    async with lock:
        log("b1")
        log("in time", await asyncio.wait_for(event.wait(), 0.2))
        await lock.acquire()
        try:
            await asyncio.sleep(0.5)
            log("b3")
        finally:
            lock.release()
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    asyncio.current_task().cancel()
    tasks["b"].add_done_callback(lambda task: log("main2", outcome(task)))
    log("cancelling", asyncio.current_task().cancelling())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
