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
        await asyncio.sleep(0.3)
        log("a1")
        log("cancelling", asyncio.current_task().cancelling())
    finally:
        log("a2")
    return "a"


async def b():
    for _ in range(3):
        try:
            async with asyncio.timeout(0.2) as limit:
                try:
                    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
                    log("cancel a", tasks["a"].cancel("b2"))
                except asyncio.CancelledError as error:
                    log("b3", repr(error))
                    asyncio.current_task().uncancel()
        except TimeoutError as error:
            log("b4", repr(error), limit.expired())
    log("shielded", await asyncio.shield(a()))
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.sleep(0.3)
    log("b6")
    raise ValueError("b")


async def c():
    asyncio.get_running_loop().call_later(0.2, log, "c1")
    await asyncio.sleep(0.3)
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "c2"), 0.2))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("shielded", await asyncio.shield(tasks["c"]))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
