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
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0.3)
    return "a"


async def b():
    await asyncio.sleep(0.5)
    try:
        async with asyncio.timeout(0.5) as limit:
            log("cancel c", tasks["c"].cancel())
    except TimeoutError as error:
        log("b2", repr(error), limit.expired())
    log("cancel a", tasks["a"].cancel("b3"))


async def c():
    log("in time", await asyncio.wait_for(a(), 0.3))
    await asyncio.sleep(0.5)
    log("c2")
    log("cancel c", tasks["c"].cancel("c3"))


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.5)
    log("cancel c", tasks["c"].cancel())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), tasks["a"]))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
