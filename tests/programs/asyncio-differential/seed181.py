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
    asyncio.current_task().cancel()
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a2"), 0))
        except TimeoutError as error:
            log("a3", repr(error), repr(error.__cause__))
    finally:
        log("a4")
    asyncio.get_running_loop().call_later(0, log, "a5")


async def main():
    start("a", a())
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("main.1", a(), group)
                if not asyncio.current_task().cancelling():
                    raise asyncio.CancelledError("main2")
        except asyncio.CancelledError as error:
            log("main3", repr(error))
        await asyncio.sleep(0.1)
        log("main4")
    except Exception as error:
        log("main5", repr(error))
        await asyncio.sleep(0.1)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
