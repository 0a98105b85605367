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
    await asyncio.sleep(0.5)
    log("shielded", await asyncio.shield(asyncio.sleep(1, "a1")))
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.5))
    return "a"


async def b():
    log("got", await a())
    log("got", await tasks["a"])
    return "b"


async def c():
    await asyncio.sleep(0.5)
    log("c1")
    tasks["c"].add_done_callback(lambda task: log("c2", outcome(task)))
    raise ValueError("c")


async def main():
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
