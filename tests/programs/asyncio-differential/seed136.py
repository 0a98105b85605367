import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a1"), 0.5))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    await sem.acquire()
    try:
        await asyncio.sleep(0.5)
        log("a3")
        await asyncio.sleep(1)
    finally:
        sem.release()
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("a5", repr(error), repr(error.__cause__))
    return "a"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
