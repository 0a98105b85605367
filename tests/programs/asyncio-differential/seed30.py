import asyncio

tasks = {}
sem = asyncio.Semaphore(1)
lock = asyncio.Lock()


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
    try:
        log("shielded", await asyncio.shield(lock.acquire()))
        asyncio.get_running_loop().call_later(0.3, log, "a2")
    finally:
        log("a3")
    try:
        async with asyncio.timeout(0) as limit:
            try:
                task4 = start("a.6", asyncio.sleep(0, "a5"))
                await asyncio.sleep(0.3)
                log("a7")
                asyncio.get_running_loop().call_soon(log, "a8")
            except ValueError as error:
                log("a9", repr(error))
    except asyncio.CancelledError as error:
        log("a10", repr(error))
    log("in time", await asyncio.wait_for(lock.acquire(), 0.3))
    log("a12")
    return "a"


async def main():
    start("a", a())
    log("shielded", await asyncio.shield(lock.acquire()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
