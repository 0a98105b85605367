import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("a1")
    asyncio.current_task().set_name("a2")
    return "a"


async def b():
    await asyncio.sleep(0.3)
    log("b1")
    await asyncio.sleep(0.3)
    log("b2")
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    await asyncio.sleep(0.3)
    log("c2")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(asyncio.sleep(0, "main1"), return_exceptions=True))
    log("main2")


try:
    asyncio.run(main())
finally:
    tasks.clear()
