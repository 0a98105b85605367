import asyncio

tasks = {}
event = asyncio.Event()
cond = asyncio.Condition()


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
    log("gathered", await asyncio.gather(event.wait(), asyncio.sleep(0, "a2"), asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("a")


async def b():
    await asyncio.sleep(0)
    asyncio.current_task().cancel()


async def c():
    asyncio.current_task().set_name("c1")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "c2"), 0.1))
    except TimeoutError as error:
        log("c3", repr(error), repr(error.__cause__))
    await asyncio.sleep(0.5)
    log("c4")
    return "c"


async def d():
    await asyncio.sleep(0)
    log("d1")
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0, event.clear)
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.5, "d4"), return_exceptions=True))
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    asyncio.current_task().cancel()
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
