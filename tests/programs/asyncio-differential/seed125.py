import asyncio

tasks = {}
future = None
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


async def ticks():
    try:
        for i in range(3):
            yield i
    finally:
        log("ticks ends")


async def a():
    task1 = start("a.3", asyncio.sleep(0.5, "a2"))
    await asyncio.sleep(0.3)
    raise ValueError("a")


async def b():
    generator = ticks()
    try:
        log("first", await anext(generator))
        log("then", await generator.athrow(ValueError("b1")))
    finally:
        await generator.aclose()
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(event.wait(), 0.3))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(anext(ticks()), asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    return "b"


async def c():
    await asyncio.sleep(0.5)
    log("c1")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.5)
    log("main1")
    log("cancel b", tasks["b"].cancel("main2"))
    asyncio.current_task().cancel("main3")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
