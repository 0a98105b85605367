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
    all = asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.2, "a2"))
    log("cancel all", all.cancel("a3"))
    log("gathered", await all)
    log("a4")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(1, "a5"), 0.2))
    except TimeoutError as error:
        log("a6", repr(error), repr(error.__cause__))
    raise ValueError("a")


async def b():
    log("cancel c", tasks["c"].cancel())
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.2)
    log("gathered", await asyncio.gather(asyncio.sleep(0.2, "b3"), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1))))


async def c():
    log("got", await b())
    return "c"


async def d():
    log("got", await tasks["b"])
    log("in time", await asyncio.wait_for(tasks["b"], 0))
    log("got", await c())
    raise ValueError("d")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
