import asyncio

tasks = {}
queue = asyncio.Queue(1)
sem = asyncio.Semaphore(1)
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
    await queue.put("a1")
    log("get", queue.get_nowait())
    log("get", await queue.get())
    return "a"


async def b():
    await queue.put("b1")
    return "b"


async def c():
    await asyncio.sleep(1)
    handle = asyncio.get_running_loop().call_later(0.1, log, "c1")
    await asyncio.sleep(0.1)
    handle.cancel()
    log("got", await tasks["a"])
    asyncio.get_running_loop().call_later(1, log, "c2")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(0.1, tasks["b"].cancel, "main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
