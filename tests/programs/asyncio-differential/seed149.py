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


async def a():
    await asyncio.sleep(0.3)
    log("a1")
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    try:
        async with asyncio.timeout(0.3) as limit:
            limit.reschedule(None)
            task3 = start("a.5", asyncio.sleep(0.3, "a4"))
            try:
                log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
            except TimeoutError as error:
                log("a7", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("a8", repr(error), limit.expired())
    return "a"


async def b():
    await asyncio.sleep(0.3)
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                asyncio.get_running_loop().call_soon(log, "b1")
            except asyncio.CancelledError as error:
                log("b2", repr(error))
            await asyncio.sleep(0.1)
            log("b3")
    except TimeoutError as error:
        log("b4", repr(error), limit.expired())
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
