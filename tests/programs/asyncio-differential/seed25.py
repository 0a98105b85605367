import asyncio

tasks = {}
event = asyncio.Event()
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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await sem.acquire()
    try:
        try:
            event.clear()
            if not asyncio.current_task().cancelling():
                raise KeyError("a1")
        except asyncio.CancelledError as error:
            log("a2", repr(error))
            raise
    finally:
        sem.release()
    log("a3")
    try:
        event.set()
        async with sem:
            log("a4")
            async with sem:
                log("a5")
                log("event", await event.wait())
                await asyncio.sleep(0.2)
    except asyncio.CancelledError as error:
        log("a6", repr(error), repr(error.__cause__))
        raise
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    log("main1")


try:
    asyncio.run(main())
finally:
    tasks.clear()
