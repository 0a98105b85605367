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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


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
        async with asyncio.timeout(0) as limit:
            await asyncio.sleep(0.3)
            log("a3")
    finally:
        sem.release()
    log("event", await event.wait())
    asyncio.get_running_loop().call_later(0, event.clear)


async def main():
    start("a", a())
    await asyncio.sleep(0.2)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
