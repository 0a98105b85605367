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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("in time", await asyncio.wait_for(lock.acquire(), 0))
    if not asyncio.current_task().cancelling():
        raise KeyError("a2")
    log("in time", await asyncio.wait_for(lock.acquire(), 0.1))
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    log("gathered", await asyncio.gather(lock.acquire(), asyncio.shield(asyncio.sleep(0.1)), lock.acquire()))
    await asyncio.sleep(0)
    log("c4")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())


try:
    asyncio.run(main())
finally:
    tasks.clear()
