import asyncio

tasks = {}
queue = asyncio.Queue(1)
sem = asyncio.Semaphore(1)


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
        await asyncio.sleep(1)
        await asyncio.sleep(0.1)
        log("a1")
    except Exception as error:
        log("a2", repr(error))
    return "a"


async def b():
    log("gathered", await asyncio.gather(queue.get(), return_exceptions=True))
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    await queue.put("b3")
    asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("shielded", await asyncio.shield(queue.join()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
