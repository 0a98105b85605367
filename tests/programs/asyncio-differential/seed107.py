import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
queue = asyncio.Queue(1)


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
    try:
        asyncio.get_running_loop().call_later(0.2, tasks["b"].cancel)
        asyncio.current_task().cancel()
    except BaseException as error:
        log("a3", repr(error), repr(error.__context__))
        raise
    log("get", await queue.get())
    raise ValueError("a")


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    try:
        asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
        await asyncio.sleep(0.5)
    except asyncio.CancelledError as error:
        log("b2", repr(error))
    log("get", await queue.get())


async def c():
    log("got", await tasks["b"])
    try:
        await asyncio.sleep(0.5)
        log("get", await queue.get())
        queue.task_done()
    except BaseException as error:
        log("c1", repr(error), repr(error.__context__))
        raise
    await queue.put("c2")
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        try:
            tasks["b"].add_done_callback(lambda task: log("main1", outcome(task)))
        except asyncio.CancelledError as error:
            log("main2", repr(error), repr(error.__cause__))
    except BaseException as error:
        log("main3", repr(error), repr(error.__cause__))
    log("main4")


try:
    asyncio.run(main())
finally:
    tasks.clear()
