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
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a1"), 0.2))
    await asyncio.sleep(0.2)
    log("a2")
    await asyncio.sleep(0)
    log("a3")
    task4 = start("a.6", asyncio.sleep(0, "a5"))
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(a(), asyncio.sleep(0, "b2")))


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0)
    log("main1")
    log("got", await tasks["a"])


try:
    asyncio.run(main())
finally:
    tasks.clear()
