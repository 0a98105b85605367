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


async def a():
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.3)
    log("a1")
    asyncio.current_task().cancel("a2")
    return "a"


async def b():
    log("cancelling", asyncio.current_task().cancelling())
    return "b"


async def main():
    start("a", a())
    start("b", b())


try:
    asyncio.run(main())
finally:
    tasks.clear()
