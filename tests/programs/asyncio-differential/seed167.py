import asyncio

tasks = {}
event = asyncio.Event()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(0.5)
        log("ticks1")


async def a():
    await asyncio.sleep(0.1)
    log("a1")
    event.clear()
    log("gathered", await asyncio.gather(anext(ticks()), asyncio.sleep(0.1, "a3")))
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.5) as limit:
        async for i in ticks():
            log("tick", i)
            await asyncio.sleep(0.1)
            log("a4")
        async for i in ticks():
            log("tick", i)
            all = asyncio.gather(anext(ticks()), anext(ticks()))
            log("cancel all", all.cancel("a7"))
            log("gathered", await all)
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    log("shielded", await asyncio.shield(event.wait()))


try:
    asyncio.run(main())
finally:
    tasks.clear()
