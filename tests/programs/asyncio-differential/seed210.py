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


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0, "a1"), group)
            start("a.4", asyncio.sleep(0, "a3"), group)
            handle = asyncio.get_running_loop().call_later(0, event.set)
            await asyncio.sleep(0.5)
            log("a6")
            handle.cancel()
    except ExceptionGroup as errors:
        log("a7", repr(errors))
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0))
    except TimeoutError as error:
        log("a9", repr(error), repr(error.__cause__))
    raise ValueError("a")


async def b():
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    log("cancel b", tasks["b"].cancel("c1"))
    try:
        tasks["a"].add_done_callback(lambda task: log("c2", outcome(task)))
    finally:
        log("c3")
    log("cancel c", tasks["c"].cancel())
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel, "c5")
    raise ValueError("c")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
