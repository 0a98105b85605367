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
    async with asyncio.timeout(1) as limit:
        try:
            log("cancel c", tasks["c"].cancel("a1"))
        except BaseException as error:
            log("a2", repr(error))
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("got", await tasks["a"])
    raise ValueError("b")


async def c():
    log("got", await tasks["b"])
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(0)
                log("c1")
            except BaseException as error:
                log("c2", repr(error))
                raise
    except TimeoutError as error:
        log("c3", repr(error), limit.expired())
    log("gathered", await asyncio.gather(a(), asyncio.sleep(1, "c5")))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.3)
    log("main2")
    await asyncio.sleep(0)
    log("main3")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
