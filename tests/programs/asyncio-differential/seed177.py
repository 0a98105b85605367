import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(1, "a2"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    await asyncio.sleep(0.2)
    await asyncio.sleep(1)
    log("cancel d", tasks["d"].cancel())
    return "b"


async def c():
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.2)
    task2 = start("c.3", a())
    await asyncio.sleep(1)
    log("c4")
    return "c"


async def d():
    log("cancelling", asyncio.current_task().cancelling())
    log("got", await b())
    log("gathered", await asyncio.gather(tasks["b"], tasks["a"], tasks["c"]))
    return "d"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())


try:
    asyncio.run(main())
finally:
    tasks.clear()
