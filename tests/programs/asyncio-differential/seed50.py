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
    log("cancel a", tasks["a"].cancel())
    handle = asyncio.get_running_loop().call_later(0.2, log, "a2")
    await asyncio.sleep(0.2)
    log("a3")
    handle.cancel()
    log("cancel d", tasks["d"].cancel("a4"))
    return "a"


async def b():
    log("cancel d", tasks["d"].cancel())
    log("b2")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(tasks["a"], tasks["a"], asyncio.shield(asyncio.sleep(0.1))))
    return "b"


async def c():
    tasks["c"].add_done_callback(lambda task: log("c1", outcome(task)))
    return "c"


async def d():
    log("got", await tasks["a"])


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    task3 = start("main.4", a())
    await asyncio.sleep(0.1)
    log("main5")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
