import asyncio

tasks = {}
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
    try:
        async with asyncio.timeout(0.5) as limit:
            log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
            log("gathered", await asyncio.gather(asyncio.sleep(1, "a2")))
    except TimeoutError as error:
        log("a3", repr(error), limit.expired())
    return "a"


async def main():
    start("a", a())
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main1"), 0.5))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
