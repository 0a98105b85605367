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


async def a():
    for _ in range(3):
        log("cancel a", tasks["a"].cancel())
        log("cancel c", tasks["c"].cancel("a2"))
    await asyncio.sleep(0.2)
    log("a3")


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "b1"), 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    task3 = start("b.4", a())
    await asyncio.sleep(0)
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    log("cancel c", tasks["c"].cancel())
    log("gathered", await asyncio.gather(tasks["a"], a(), return_exceptions=True))
    log("cancel c", tasks["c"].cancel())


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.1", a()), start("main.3", asyncio.sleep(1, "main2")), tasks["c"]], return_when=asyncio.FIRST_COMPLETED, timeout=0)
    log("done", names(done), "pending", names(pending))
    done, pending = await asyncio.wait([start("main.4", a())])
    log("done", names(done), "pending", names(pending))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
