import asyncio

tasks = {}
lock = asyncio.Lock()
event = asyncio.Event()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    await lock.acquire()
    try:
        for _ in range(2):
            async for each in asyncio.as_completed([start("a.2", asyncio.sleep(1, "a1")), start("a.4", asyncio.sleep(0.5, "a3"))]):
                log("next", each.get_name(), await each)
            await asyncio.sleep(0.5)
            log("a5")
    finally:
        lock.release()
    log("event", await event.wait())
    log("cancel a", tasks["a"].cancel("a6"))
    return "a"


async def b():
    await asyncio.sleep(1)
    log("b1")
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.5)
    log("b3")
    log("got", await a())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    task1 = start("main.3", asyncio.sleep(0.5, "main2"))
    log("in time", await asyncio.wait_for(lock.acquire(), 0.5))
    await asyncio.sleep(0.5)


try:
    asyncio.run(main())
finally:
    tasks.clear()
