import asyncio

tasks = {}
future = None
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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.3) as limit:
            if not asyncio.current_task().cancelling():
                raise KeyError("a1")
            log("a2")
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "a4"), 0.1))
    except TimeoutError as error:
        log("a5", repr(error), repr(error.__cause__))
    try:
        async with asyncio.timeout(0.1) as limit:
            limit.reschedule(None)
            if not future.done():
                future.set_exception(KeyError("a7"))
    except TimeoutError as error:
        log("a9", repr(error), limit.expired())


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    try:
        async with asyncio.TaskGroup() as group:
            start("main.1", a(), group)
    except ExceptionGroup as errors:
        log("main2", repr(errors))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
