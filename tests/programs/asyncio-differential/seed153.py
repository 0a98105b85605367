import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    finally:
        log("ticks ends")


async def a():
    await asyncio.sleep(1)
    async with sem:
        log("a1")
        log("cancel a", tasks["a"].cancel("a2"))
    await asyncio.sleep(0.5)
    log("cancel b", tasks["b"].cancel("a3"))
    log("a4")
    async for i in ticks():
        log("tick", i)
        if i == 0:
            break
    return "a"


async def b():
    note = lambda task: log("b1", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(1)
    log("b2")
    log("removed", tasks["a"].remove_done_callback(note))
    try:
        generator = ticks()
        try:
            log("first", await anext(generator))
            await sem.acquire()
            try:
                await asyncio.sleep(0.5)
                await asyncio.sleep(1)
                log("b3")
            finally:
                sem.release()
        finally:
            await generator.aclose()
    except ValueError as error:
        log("b5", repr(error))
        log("got", await a())
    log("got", await a())
    log("cancel a", tasks["a"].cancel())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    asyncio.get_running_loop().call_soon(log, "main1")


try:
    asyncio.run(main())
finally:
    tasks.clear()
