import asyncio

tasks = {}
cond = asyncio.Condition()
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


async def a():
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.1)
    log("a2")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a3"), 0.1))
    except TimeoutError as error:
        log("a4", repr(error), repr(error.__cause__))
    return "a"


async def b():
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
