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
            log("ticks1")
            yield i
    finally:
        log("ticks ends")
        await asyncio.sleep(1)
        log("ticks2")


async def a():
    log("shielded", await asyncio.shield(asyncio.sleep(1, "a1")))
    try:
        async with asyncio.TaskGroup() as group:
            start("a.3", asyncio.sleep(0, "a2"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.5", asyncio.sleep(1, "a4"), inner_group)
                try:
                    try:
                        await asyncio.sleep(1)
                    except ValueError as error:
                        log("a6", repr(error))
                        raise
                finally:
                    log("a7")
            log("uncancel", asyncio.current_task().uncancel())
    except* TimeoutError as errors:
        log("a8", repr(errors))
    log("a9")
    raise ValueError("a")


async def b():
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"], asyncio.sleep(1, "b3")))
    log("cancel b", tasks["b"].cancel("b4"))
    done, pending = await asyncio.wait([start("b.6", asyncio.sleep(1, "b5"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    async for i in ticks():
        log("tick", i)
        async for i in ticks():
            log("tick", i)
            log("in time", await asyncio.wait_for(a(), 1))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    try:
        log("gathered", await asyncio.gather(anext(ticks()), asyncio.sleep(1, "main2"), anext(ticks()), return_exceptions=True))
        await asyncio.sleep(0)
        log("main4")
    except BaseException as error:
        log("main5", repr(error))
        raise
    asyncio.current_task().set_name("main6")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
