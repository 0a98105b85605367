import asyncio

tasks = {}
future = None


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
        async with asyncio.timeout(0) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 0.3)
            try:
                async with asyncio.timeout(0.3) as limit:
                    asyncio.get_running_loop().call_later(0.3, future.cancel)
            except TimeoutError as error:
                log("a2", repr(error), limit.expired())
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("a.5", asyncio.sleep(0, "a4"), group)
                log("shielded", await asyncio.shield(future))
                await asyncio.sleep(0)
        except ExceptionGroup as errors:
            log("a7", repr(errors))
    finally:
        log("a8")
    try:
        log("in time", await asyncio.wait_for(future, 0.3))
    except TimeoutError as error:
        log("a10", repr(error), repr(error.__cause__))
    return "a"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
