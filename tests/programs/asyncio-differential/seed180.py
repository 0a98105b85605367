import asyncio

tasks = {}
event = asyncio.Event()


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
    async with asyncio.TaskGroup() as group:
        start("a.2", asyncio.sleep(1, "a1"), group)
        start("a.4", asyncio.sleep(0, "a3"), group)
    await asyncio.sleep(0)
    log("a5")
    asyncio.current_task().cancel("a6")
    asyncio.get_running_loop().call_later(1, event.clear)
    return "a"


async def b():
    log("in time", await asyncio.wait_for(event.wait(), 0))
    try:
        log("cancel a", tasks["a"].cancel("b2"))
    finally:
        log("b3")


async def main():
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(tasks["b"], asyncio.sleep(1, "main2")))
    log("got", await tasks["a"])
    try:
        try:
            async with asyncio.TaskGroup() as group:
                start("main.4", asyncio.sleep(1, "main3"), group)
                start("main.5", a(), group)
                async for each in asyncio.as_completed([start("main.7", asyncio.sleep(1, "main6")), start("main.8", a()), start("main.9", a())], timeout=1):
                    log("next", each.get_name(), await each)
                log("got", await tasks["a"])
        except BaseExceptionGroup as errors:
            log("main10", repr(errors))
        asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    finally:
        log("main12")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
