import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(1)
            yield i
    finally:
        log("ticks ends")


async def a():
    await asyncio.sleep(1)
    log("a1")
    return "a"


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.1", a(), group)
            async with asyncio.TaskGroup() as inner_group:
                start("b.3", asyncio.sleep(0.2, "b2"), inner_group)
                await asyncio.sleep(0.2)
    except* KeyError as errors:
        log("b4", repr(errors))
    except* TimeoutError as errors:
        log("b5", repr(errors))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    asyncio.current_task().cancel()
    log("got", await b())
    task2 = start("main.3", a())


try:
    asyncio.run(main())
finally:
    tasks.clear()
