import asyncio

tasks = {}


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
    task1 = start("a.3", asyncio.sleep(0, "a2"))
    try:
        for _ in range(2):
            try:
                done, pending = await asyncio.wait([start("a.5", asyncio.sleep(0, "a4")), start("a.7", asyncio.sleep(1, "a6"))], return_when=asyncio.FIRST_COMPLETED, timeout=1)
                log("done", names(done), "pending", names(pending))
                log("got", await task1)
            except asyncio.CancelledError as error:
                log("a8", repr(error))
    finally:
        log("a9")
        tasks["c"].add_done_callback(lambda task: log("a10", outcome(task)))
    return "a"


async def b():
    await asyncio.sleep(1)
    log("b1")
    raise ValueError("b")


async def c():
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    log("uncancel", asyncio.current_task().uncancel())
    try:
        log("gathered", await asyncio.gather(tasks["c"], a()))
    except Exception as error:
        log("main3", repr(error))
        task4 = start("main.5", c())
        await asyncio.sleep(0)
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
