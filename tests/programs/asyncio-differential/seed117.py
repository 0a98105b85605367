import asyncio

tasks = {}
event = asyncio.Event()


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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0, "a1")), start("a.4", asyncio.sleep(0.3, "a3")), start("a.6", asyncio.sleep(0.1, "a5"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.1)
    log("done", names(done), "pending", names(pending))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.8", asyncio.sleep(0.1, "a7"), group)
            start("a.10", asyncio.sleep(0.1, "a9"), group)
            log("in time", await asyncio.wait_for(asyncio.sleep(0, "a11"), 0.1))
    except ExceptionGroup as errors:
        log("a12", repr(errors))
    log("event", event.set())
    for each in asyncio.as_completed([start("a.14", asyncio.sleep(0, "a13")), start("a.16", asyncio.sleep(0.1, "a15"))], timeout=0):
        log("next", await each)
    return "a"


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.1", a(), group)
    except BaseExceptionGroup as errors:
        log("b2", repr(errors))
    asyncio.current_task().cancel()
    return "b"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            try:
                event.set()
            except Exception as error:
                log("main1", repr(error))
            tasks["b"].add_done_callback(lambda task: log("main2", outcome(task)))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
