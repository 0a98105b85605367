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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        try:
            async with asyncio.timeout(0.2) as limit:
                await asyncio.sleep(0.1)
        except TimeoutError as error:
            log("a1", repr(error), limit.expired())
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.1)
    raise ValueError("a")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    log("cancel a", tasks["a"].cancel("main1"))
    log("gathered", await asyncio.gather(a(), return_exceptions=True))
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
