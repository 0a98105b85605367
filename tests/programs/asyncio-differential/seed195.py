import asyncio

tasks = {}
future = None
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("shielded", await asyncio.shield(asyncio.sleep(0, "a1")))


async def b():
    await asyncio.sleep(0)


async def c():
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    asyncio.current_task().cancel("c2")
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
    log("future", await future)
    log("main1")
    done, pending = await asyncio.wait([start("main.3", asyncio.sleep(0, "main2")), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION, timeout=0)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
