import asyncio

tasks = {}
future = None


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
            yield i
    finally:
        log("ticks ends")


async def a():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(future))


async def b():
    async for i in ticks():
        log("tick", i)
        if i == 0:
            break
    for each in asyncio.as_completed([start("b.2", asyncio.sleep(1, "b1")), start("b.3", a()), start("b.4", a())]):
        log("next", await each)
    return "b"


async def c():
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), tasks["a"], anext(ticks())))
    all = asyncio.gather(anext(ticks()), tasks["a"], return_exceptions=True)
    log("cancel all", all.cancel())
    log("gathered", await all)
    future.set_exception(KeyError("c8"))
    asyncio.get_running_loop().call_later(0, future.set_result, "late")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    done, pending = await asyncio.wait([start("c.13", a()), tasks["a"], tasks["a"]])
    log("done", names(done), "pending", names(pending))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        try:
            log("in time", await asyncio.wait_for(future, 0))
        except TimeoutError as error:
            log("main2", repr(error), repr(error.__cause__))
    except BaseException as error:
        log("main3", repr(error))
        raise
    if not future.done():
        future.cancel("main6")
    await asyncio.sleep(0)
    log("main7")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
