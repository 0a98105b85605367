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


async def a():
    await asyncio.sleep(0.1)
    log("a1")
    await asyncio.sleep(1)
    log("a2")
    log("cancel c", tasks["c"].cancel("a3"))
    return "a"


async def b():
    log("got", await tasks["a"])
    task1 = start("b.3", asyncio.sleep(0.1, "b2"))
    await asyncio.sleep(0.1)
    log("cancelling", asyncio.current_task().cancelling())


async def c():
    if not asyncio.current_task().cancelling():
        raise ValueError("c1")
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
