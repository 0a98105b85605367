import asyncio

tasks = {}
cond = asyncio.Condition()


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
    async with asyncio.timeout(0.1) as limit:
        try:
            async with asyncio.timeout(0.1) as limit:
                asyncio.get_running_loop().call_soon(log, "a1")
                await asyncio.sleep(0)
                log("a2")
        except TimeoutError as error:
            log("a3", repr(error), limit.expired())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    await asyncio.sleep(0.5)
    log("a5")
    log("cancelling", asyncio.current_task().cancelling())
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    try:
        log("in time", await asyncio.wait_for(a(), 0.1))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    log("in time", await asyncio.wait_for(tasks["a"], 0.5))
    return "b"


async def c():
    handle = asyncio.get_running_loop().call_later(0.5, log, "c1")
    await asyncio.sleep(0.5)
    log("c2")
    handle.cancel()
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("shielded", await asyncio.shield(a()))
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
