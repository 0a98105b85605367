import asyncio

tasks = {}


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.1)
        log("ticks2")
        raise


async def a():
    handle = asyncio.get_running_loop().call_later(1, log, "a1")
    await asyncio.sleep(1)
    log("a2")
    handle.cancel()
    return "a"


async def b():
    await asyncio.sleep(1)
    await asyncio.sleep(0.1)
    log("b1")
    asyncio.current_task().cancel()
    log("b3")
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
