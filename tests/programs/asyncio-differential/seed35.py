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
    await asyncio.sleep(0.2)
    log("a1")
    await asyncio.sleep(0)
    log("a2")
    await asyncio.sleep(0.2)
    log("a3")
    task4 = start("a.6", asyncio.sleep(0, "a5"))
    await asyncio.sleep(0.2)
    log("a7")
    return "a"


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", asyncio.sleep(0.2, "b1"), group)
            start("b.3", a(), group)
            handle = asyncio.get_running_loop().call_later(1, log, "b4")
            await asyncio.sleep(0)
            log("b5")
            handle.cancel()
    except ExceptionGroup as errors:
        log("b6", repr(errors))
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            try:
                async with asyncio.TaskGroup() as group:
                    start("main.1", a(), group)
                    async with asyncio.TaskGroup() as group:
                        start("main.3", asyncio.sleep(1, "main2"), group)
                        try:
                            async with asyncio.TaskGroup() as group:
                                start("main.4", a(), group)
                                async with asyncio.TaskGroup() as inner_group:
                                    start("main.6", asyncio.sleep(0, "main5"), inner_group)
                                    log("got", await a())
                        except* Exception as errors:
                            log("main7", repr(errors))
                        except* TimeoutError as errors:
                            log("main8", repr(errors))
                            log("cancel b", tasks["b"].cancel("main9"))
            except BaseExceptionGroup as errors:
                log("main10", repr(errors))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
