import asyncio

tasks = {}
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    for _ in range(3):
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    log("a1")


async def b():
    await asyncio.sleep(0.5)
    await asyncio.sleep(0)
    log("b1")
    raise ValueError("b")


async def c():
    log("got", await tasks["a"])
    await asyncio.sleep(0.5)
    log("c1")
    raise ValueError("c")


async def d():
    log("cancelling", asyncio.current_task().cancelling())
    log("cancel b", tasks["b"].cancel())
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    done, pending = await asyncio.wait([start("main.1", d()), start("main.2", a())], timeout=1)
    log("done", names(done), "pending", names(pending))
    tasks["d"].add_done_callback(lambda task: log("main3", outcome(task)))
    log("cancel b", tasks["b"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
