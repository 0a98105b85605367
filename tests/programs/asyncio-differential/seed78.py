import asyncio

tasks = {}
lock = asyncio.Lock()
sem = asyncio.Semaphore(2)


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
    for _ in range(3):
        try:
            async with asyncio.TaskGroup() as group:
                start("a.2", asyncio.sleep(0.1, "a1"), group)
                await asyncio.sleep(1)
                log("a3")
        except ExceptionGroup as errors:
            log("a4", repr(errors))
        log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    asyncio.get_running_loop().call_later(1, log, "a8")
    asyncio.current_task().cancel()
    return "a"


async def b():
    log("got", await tasks["a"])
    return "b"


async def c():
    await asyncio.sleep(0.1)
    log("c1")
    async with sem:
        log("c2")
        log("gathered", await asyncio.gather(lock.acquire(), asyncio.sleep(1, "c4"), lock.acquire()))
        await asyncio.sleep(0.3)
        log("c6")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
