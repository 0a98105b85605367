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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await asyncio.sleep(0.1)
    log("a1")
    task2 = start("a.4", asyncio.sleep(0.1, "a3"))
    await asyncio.sleep(0.2)
    log("a5")
    for each in asyncio.as_completed([start("a.7", asyncio.sleep(0.3, "a6"))]):
        log("next", await each)
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.1", a()), start("b.3", asyncio.sleep(0.1, "b2"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("gathered", await asyncio.gather(a(), tasks["a"], return_exceptions=True))
    asyncio.current_task().cancel("b6")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    return "b"


async def c():
    log("cancel b", tasks["b"].cancel())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
