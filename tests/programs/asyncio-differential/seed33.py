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


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    event.set()
    try:
        try:
            try:
                log("gathered", await asyncio.gather(asyncio.sleep(1, "a1"), event.wait(), asyncio.sleep(0.5, "a3")))
            finally:
                log("a4")
                log("cancel a", tasks["a"].cancel("a5"))
            await asyncio.sleep(0.3)
        except ValueError as error:
            log("a6", repr(error), repr(error.__cause__))
            all = asyncio.gather(event.wait())
            await asyncio.sleep(1)
            log("a8")
            log("cancel all", all.cancel())
            log("gathered", await all)
    except Exception as error:
        log("a10", repr(error), repr(error.__cause__))
        task11 = start("a.13", asyncio.sleep(0.5, "a12"))
    task14 = start("a.16", asyncio.sleep(1, "a15"))
    return "a"


async def b():
    await asyncio.sleep(1)
    log("b1")
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    asyncio.current_task().set_name("b4")
    raise ValueError("b")


async def c():
    event.clear()
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("uncancel", asyncio.current_task().uncancel())
    log("cancel b", tasks["b"].cancel())
    await asyncio.sleep(1)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
