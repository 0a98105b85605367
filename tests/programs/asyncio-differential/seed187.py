import asyncio

tasks = {}
queue = asyncio.Queue(1)


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
    await queue.put("a1")
    try:
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    except ValueError as error:
        log("a3", repr(error))
        log("a4")
    queue.shutdown(immediate=True)
    return "a"


async def b():
    log("got", await a())
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b1"), return_exceptions=True))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
