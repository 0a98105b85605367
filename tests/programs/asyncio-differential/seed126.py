import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
cond = asyncio.Condition()


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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    await asyncio.sleep(0.3)
    async with cond:
        cond.notify_all()
    try:
        tasks["a"].add_done_callback(lambda task: log("a1", outcome(task)))
    finally:
        log("a2")
        try:
            async with asyncio.timeout(1) as limit:
                await asyncio.sleep(0.3)
                log("a3")
        except TimeoutError as error:
            log("a4", repr(error), limit.expired())
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("a6", repr(error), repr(error.__cause__))
    return "a"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            done, pending = await asyncio.wait([start("main.1", a()), start("main.2", a()), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION)
            log("done", names(done), "pending", names(pending))
            tasks["a"].add_done_callback(lambda task: log("main3", outcome(task)))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
