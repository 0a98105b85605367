import asyncio

tasks = {}
event = asyncio.Event()
cond = asyncio.Condition()


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
    log("gathered", await asyncio.gather(event.wait(), asyncio.sleep(0, "a2"), asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("a")


async def b():
    await asyncio.sleep(0)
    log("cancel a", tasks["a"].cancel("b1"))
    return "b"


async def c():
    log("shielded", await asyncio.shield(asyncio.sleep(0.1, "c1")))
    await asyncio.sleep(0.5)
    log("c2")
    tasks["b"].add_done_callback(lambda task: log("c3", outcome(task)))
    log("got", await a())
    return "c"


async def d():
    asyncio.current_task().cancel()
    log("event", event.set())
    task2 = start("d.4", asyncio.sleep(0, "d3"))
    await asyncio.sleep(0.5)
    log("d5")
    await asyncio.sleep(0.5)
    log("d6")
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
