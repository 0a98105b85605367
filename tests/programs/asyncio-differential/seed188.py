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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    log("in time", await asyncio.wait_for(asyncio.sleep(1, "a1"), 1))
    task2 = start("a.4", asyncio.sleep(0, "a3"))
    try:
        await asyncio.sleep(0.2)
    except BaseException as error:
        log("a5", repr(error))
        raise
    done, pending = await asyncio.wait([start("a.7", asyncio.sleep(0.2, "a6")), start("a.9", asyncio.sleep(0.2, "a8")), start("a.11", asyncio.sleep(0.2, "a10"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    asyncio.get_running_loop().call_later(1, log, "a12")
    try:
        asyncio.get_running_loop().call_soon(log, "a13")
    finally:
        log("a14")
        try:
            try:
                async with asyncio.TaskGroup() as group:
                    start("a.16", asyncio.sleep(0, "a15"), group)
            except* ValueError as errors:
                log("a17", repr(errors))
        except Exception as error:
            log("a18", repr(error))
            raise
    return "a"


async def main():
    start("a", a())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
