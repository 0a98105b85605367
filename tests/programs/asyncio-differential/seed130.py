import asyncio

tasks = {}
sem = asyncio.Semaphore(1)
queue = asyncio.LifoQueue()


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
    await asyncio.sleep(0)
    log("shielded", await asyncio.shield(queue.join()))
    await queue.put("a2")


async def b():
    await asyncio.sleep(0.1)
    log("b1")
    log("get", await queue.get())
    queue.shutdown()
    tasks["a"].add_done_callback(lambda task: log("b3", outcome(task)))
    return "b"


async def c():
    await asyncio.sleep(0.1)
    await queue.join()
    log("in time", await asyncio.wait_for(tasks["a"], 0))
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("get", await queue.get())
    if not asyncio.current_task().cancelling():
        raise KeyError("main1")
    handle = asyncio.get_running_loop().call_later(0.1, queue.put_nowait, "late")
    await asyncio.sleep(0.1)
    log("main3")
    handle.cancel()
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
