import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.2, "a1"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    raise ValueError("a")


async def b():
    for _ in range(2):
        try:
            async with asyncio.TaskGroup() as group:
                start("b.2", asyncio.sleep(0.3, "b1"), group)
                await asyncio.sleep(0.3)
                log("gathered", await asyncio.gather(tasks["a"], lock.acquire()))
        except BaseExceptionGroup as errors:
            log("b5", repr(errors))
        task6 = start("b.7", a())
    done, pending = await asyncio.wait([start("b.9", asyncio.sleep(0.3, "b8")), tasks["a"]], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    return "b"


async def c():
    await asyncio.sleep(0.3)
    log("c1")
    await asyncio.sleep(0.3)
    log("c2")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    if lock.locked():
        lock.release()
    log("gathered", await asyncio.gather(asyncio.sleep(0.2, "main1"), asyncio.sleep(0.3, "main2")))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
