import asyncio

tasks = {}
event = asyncio.Event()
barrier = asyncio.Barrier(2)


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
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")


async def a():
    task1 = start("a.3", asyncio.sleep(0.5, "a2"))
    async for i in ticks():
        log("tick", i)
        if i == 2:
            break
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_later(0.5, log, "a4")
    return "a"


async def b():
    log("cancel c", tasks["c"].cancel())
    log("cancel c", tasks["c"].cancel("b2"))
    return "b"


async def c():
    try:
        log("got", await tasks["b"])
        log("gathered", await asyncio.gather(event.wait(), a(), return_exceptions=True))
    except Exception as error:
        log("c3", repr(error))
        log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
        log("cancel c", tasks["c"].cancel("c4"))
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.1))
    except TimeoutError as error:
        log("c6", repr(error), repr(error.__cause__))
    tasks["b"].add_done_callback(lambda task: log("c7", outcome(task)))
    asyncio.get_running_loop().call_soon(event.clear)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("event", event.set())
            try:
                log("in time", await asyncio.wait_for(a(), 1))
            except TimeoutError as error:
                log("main2", repr(error), repr(error.__cause__))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
