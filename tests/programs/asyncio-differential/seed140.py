import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)


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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.3, "a1"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.4", asyncio.sleep(1, "a3"), inner_group)
                log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
            await asyncio.sleep(0.3)
    except* KeyError as errors:
        log("a6", repr(errors))
    log("shielded", await asyncio.shield(asyncio.sleep(0.2, "a7")))
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    done, pending = await asyncio.wait([start("a.10", asyncio.sleep(0.2, "a9")), start("a.12", asyncio.sleep(0.3, "a11")), start("a.14", asyncio.sleep(1, "a13"))], return_when=asyncio.FIRST_COMPLETED, timeout=1)
    log("done", names(done), "pending", names(pending))
    return "a"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    task1 = start("main.3", asyncio.sleep(0.3, "main2"))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
