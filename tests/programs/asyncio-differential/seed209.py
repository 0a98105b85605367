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
        await asyncio.sleep(0.2)
        log("a1")
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        asyncio.current_task().uncancel()
    else:
        log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a3"), return_exceptions=True))
    await asyncio.sleep(0.5)
    log("a4")
    asyncio.get_running_loop().call_later(0.1, tasks["b"].cancel, "a5")
    await asyncio.sleep(0.5)
    log("a6")


async def b():
    asyncio.get_running_loop().call_later(0.5, tasks["b"].cancel)
    try:
        async with asyncio.timeout(0.2) as limit:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "b2"), 0.2))
            except TimeoutError as error:
                log("b3", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("b4", repr(error), limit.expired())
    log("shielded", await asyncio.shield(tasks["a"]))
    for each in asyncio.as_completed([start("b.6", a())]):
        log("next", await each)
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.1)
    log("main1")
    tasks["a"].add_done_callback(lambda task: log("main2", outcome(task)))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
