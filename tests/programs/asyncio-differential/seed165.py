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
    async with asyncio.timeout(0.3) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0.3)
        try:
            async with asyncio.timeout(0) as limit:
                try:
                    log("in time", await asyncio.wait_for(asyncio.sleep(0, "a1"), 0))
                except TimeoutError as error:
                    log("a2", repr(error), repr(error.__cause__))
                try:
                    log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a3"), 0))
                except TimeoutError as error:
                    log("a4", repr(error), repr(error.__cause__))
        except TimeoutError as error:
            log("a5", repr(error), limit.expired())
    await asyncio.sleep(0.3)
    log("a6")
    return "a"


async def b():
    await asyncio.sleep(0)
    task1 = start("b.3", asyncio.sleep(0.3, "b2"))
    await asyncio.sleep(0.5)
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("b5", repr(error), repr(error.__cause__))
    raise ValueError("b")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            await asyncio.sleep(0)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
