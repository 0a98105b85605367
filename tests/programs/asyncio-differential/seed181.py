import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    task1 = start("a.3", asyncio.sleep(0.1, "a2"))
    all = asyncio.gather(asyncio.sleep(0.1, "a4"), asyncio.sleep(0.1, "a5"), return_exceptions=True)
    await asyncio.sleep(0)
    log("gathered", await all)
    task1.cancel("a6")
    return "a"


async def main():
    start("a", a())
    log("main1")


try:
    asyncio.run(main())
finally:
    tasks.clear()
