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


async def a():
    try:
        async with asyncio.timeout(0) as limit:
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
            log("cancel b", tasks["b"].cancel("a2"))
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    await asyncio.sleep(1)
    log("a4")
    return "a"


async def b():
    asyncio.get_running_loop().call_soon(log, "b1")
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    log("shielded", await asyncio.shield(tasks["a"]))
    log("in time", await asyncio.wait_for(tasks["b"], 0))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(1, log, "main1")
    log("gathered", await asyncio.gather(a(), tasks["a"], asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
