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
        try:
            log("cancel b", tasks["b"].cancel())
            log("cancelling", asyncio.current_task().cancelling())
        except ValueError as error:
            log("a2", repr(error))
    finally:
        log("a3")
    return "a"


async def b():
    asyncio.get_running_loop().call_soon(log, "b1")
    await asyncio.sleep(1)
    return "b"


async def c():
    log("uncancel", asyncio.current_task().uncancel())
    log("got", await a())
    asyncio.get_running_loop().call_soon(log, "c1")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_soon(log, "main1")
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "main3"), 0.1))
    except TimeoutError as error:
        log("main4", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
