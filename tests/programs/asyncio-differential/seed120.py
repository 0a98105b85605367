import asyncio

tasks = {}
cond = asyncio.Condition()
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
    log("gathered", await asyncio.gather(asyncio.sleep(0.2, "a1"), return_exceptions=True))
    asyncio.current_task().cancel()
    async with asyncio.TaskGroup() as group:
        start("a.4", asyncio.sleep(1, "a3"), group)
    return "a"


async def b():
    try:
        try:
            note = lambda task: log("b1", task.cancelled())
            tasks["b"].add_done_callback(note)
            await asyncio.sleep(0.2)
            log("b2")
            log("removed", tasks["b"].remove_done_callback(note))
        finally:
            log("b3")
    except BaseException as error:
        log("b4", repr(error))
        raise
    all = asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), tasks["a"], return_exceptions=True)
    await asyncio.sleep(1)
    log("b7")
    log("cancel all", all.cancel())
    log("gathered", await all)
    log("in time", await asyncio.wait_for(a(), 0.2))
    await asyncio.sleep(1)
    log("b10")
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("got", await a())
    log("got", await tasks["b"])
    asyncio.get_running_loop().call_soon(event.set)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
