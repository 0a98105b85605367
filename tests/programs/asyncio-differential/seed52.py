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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a1")))
    try:
        log("in time", await asyncio.wait_for(lock.acquire(), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.3)
    try:
        async with lock:
            log("a4")
            await asyncio.sleep(0.3)
            log("a5")
    except asyncio.CancelledError as error:
        log("a6", repr(error))
        log("uncancel", asyncio.current_task().uncancel())
    return "a"


async def b():
    log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "b1"), 0.3))
    async with lock:
        log("b2")
        log("got", await a())
        log("b3")
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    try:
        try:
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
            except TimeoutError as error:
                log("b6", repr(error), repr(error.__cause__))
            log("in time", await asyncio.wait_for(tasks["a"], 0.3))
        except BaseException as error:
            log("b8", repr(error))
            await asyncio.sleep(0.3)
            log("b9")
    finally:
        log("b10")
        if not asyncio.current_task().cancelling():
            raise ValueError("b11")
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
