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


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    task1 = start("a.3", asyncio.sleep(0, "a2"))
    try:
        log("a4")
    finally:
        log("a5")
    task6 = start("a.8", asyncio.sleep(0.3, "a7"))
    return "a"


async def b():
    log("cancel a", tasks["a"].cancel())
    log("cancel b", tasks["b"].cancel())
    return "b"


async def c():
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("event", await event.wait())
    log("cancel a", tasks["a"].cancel())
    log("got", await a())


try:
    asyncio.run(main())
finally:
    tasks.clear()
