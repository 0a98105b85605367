import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
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
    task1 = start("a.3", asyncio.sleep(0.2, "a2"))
    task1.add_done_callback(lambda task: log("a4", outcome(task)))
    return "a"


async def b():
    async with lock:
        log("b1")
        await asyncio.sleep(0)
    tasks["a"].add_done_callback(lambda task: log("b2", outcome(task)))
    log("got", await tasks["a"])
    return "b"


async def c():
    log("shielded", await asyncio.shield(asyncio.sleep(0.2, "c1")))
    log("uncancel", asyncio.current_task().uncancel())
    task2 = start("c.3", a())
    await asyncio.sleep(0.2)
    log("c4")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), task2))


async def d():
    await asyncio.sleep(0)
    log("d1")
    asyncio.get_running_loop().call_later(0, tasks["d"].cancel)
    log("got", await b())
    tasks["c"].add_done_callback(lambda task: log("d3", outcome(task)))
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
