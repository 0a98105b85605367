import asyncio

tasks = {}
queue = asyncio.Queue(2)
future = None


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
    await asyncio.sleep(0.5)
    log("a1")
    return "a"


async def b():
    log("gathered", await asyncio.gather(queue.get(), tasks["a"], return_exceptions=True))
    await asyncio.sleep(1)


async def c():
    log("cancel b", tasks["b"].cancel())
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0.2, "main1")), start("main.3", c())], return_when=asyncio.FIRST_COMPLETED, timeout=0.2)
    log("done", names(done), "pending", names(pending))


try:
    asyncio.run(main())
finally:
    tasks.clear()
