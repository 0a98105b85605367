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
    log("a1")
    all = asyncio.gather(asyncio.sleep(0.1, "a2"), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True)
    await asyncio.sleep(0.1)
    log("a5")
    log("cancel all", all.cancel("a6"))
    log("gathered", await all)


async def b():
    try:
        async with asyncio.TaskGroup() as group:
            start("b.2", asyncio.sleep(0.1, "b1"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("b.4", asyncio.sleep(0.3, "b3"), inner_group)
                task5 = start("b.6", a())
                await asyncio.sleep(0.1)
                log("b7")
            tasks["b"].add_done_callback(lambda task: log("b8", outcome(task)))
    except* TimeoutError as errors:
        log("b9", repr(errors))
    await asyncio.sleep(0.3)
    log("b10")
    log("cancel a", tasks["a"].cancel())
    return "b"


async def c():
    asyncio.get_running_loop().call_soon(log, "c1")
    tasks["c"].add_done_callback(lambda task: log("c2", outcome(task)))
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.2, log, "c3")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
