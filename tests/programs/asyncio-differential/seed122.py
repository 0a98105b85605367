import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
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
    tasks["b"].add_done_callback(lambda task: log("a1", outcome(task)))
    await asyncio.sleep(0)
    log("a2")
    log("gathered", await asyncio.gather(future, return_exceptions=True))


async def b():
    if not future.done():
        future.set_exception(KeyError("b2"))
    raise ValueError("b")


async def c():
    log("got", await tasks["b"])
    await asyncio.sleep(0)
    log("c1")
    done, pending = await asyncio.wait([start("c.2", a())], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.2)
    await asyncio.sleep(0)
    log("main1")
    future.set_exception(KeyError("main3"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
