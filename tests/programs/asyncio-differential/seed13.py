import asyncio

tasks = {}
sem = asyncio.Semaphore(2)
barrier = asyncio.Barrier(2)
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


async def a():
    await asyncio.sleep(0)
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0, "a1"), group)
            start("a.4", asyncio.sleep(0.1, "a3"), group)
            log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    except ExceptionGroup as errors:
        log("a5", repr(errors))


async def b():
    log("got", await tasks["a"])
    log("barrier", await barrier.abort(), barrier.n_waiting, barrier.broken)
    log("cancel b", tasks["b"].cancel("b1"))


async def c():
    log("got", await b())
    log("in time", await asyncio.wait_for(tasks["b"], 0))
    task2 = start("c.4", asyncio.sleep(0, "c3"))
    log("got", await tasks["a"])
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(log, "main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
