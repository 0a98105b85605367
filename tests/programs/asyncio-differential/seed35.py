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
    await asyncio.sleep(0.2)
    log("a1")
    await asyncio.sleep(0)
    log("a2")
    await asyncio.sleep(0.2)
    log("a3")
    log("cancelling", asyncio.current_task().cancelling())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "a4"), 0))
    except TimeoutError as error:
        log("a5", repr(error), repr(error.__cause__))
    raise ValueError("a")


async def b():
    async with asyncio.timeout(0.2) as limit:
        try:
            async with asyncio.timeout(0) as limit:
                try:
                    log("in time", await asyncio.wait_for(tasks["a"], 0.2))
                except TimeoutError as error:
                    log("b2", repr(error), repr(error.__cause__))
        except TimeoutError as error:
            log("b3", repr(error), limit.expired())
        log("gathered", await asyncio.gather(tasks["a"]))
    log("b5")
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(0)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
