import asyncio

tasks = {}
queue = asyncio.Queue()


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
    log("a1")
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel())
    await queue.join()
    log("got", await a())
    log("get", await queue.get())
    queue.task_done()


async def c():
    await queue.put("c1")
    await asyncio.sleep(0)
    log("c2")
    log("get", await queue.get())
    log("cancel d", tasks["d"].cancel())
    return "c"


async def d():
    log("get", queue.get_nowait())
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(1)
    log("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
