import asyncio

tasks = {}
queue = asyncio.PriorityQueue(2)


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.1, log, "a1")
    tasks["a"].add_done_callback(lambda task: log("a2", outcome(task)))
    log("get", await queue.get())
    queue.task_done()
    try:
        async with asyncio.TaskGroup() as group:
            start("a.4", asyncio.sleep(0.2, "a3"), group)
            start("a.6", asyncio.sleep(1, "a5"), group)
    except* ValueError as errors:
        log("a7", repr(errors))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.9", asyncio.sleep(0.2, "a8"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.11", asyncio.sleep(0.2, "a10"), inner_group)
                try:
                    async with asyncio.timeout(1) as limit:
                        log("shielded", await asyncio.shield(queue.get()))
                        task13 = start("a.15", asyncio.sleep(1, "a14"))
                except TimeoutError as error:
                    log("a16", repr(error), limit.expired())
            log("get", await queue.get())
    except* KeyError as errors:
        log("a17", repr(errors))
    except* Exception as errors:
        log("a18", repr(errors))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                log("get", await queue.get())
                queue.task_done()
                log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
            except asyncio.CancelledError as error:
                log("main2", repr(error), repr(error.__context__))
                raise
    except TimeoutError as error:
        log("main3", repr(error), limit.expired())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
