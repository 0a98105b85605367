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
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    log("a1")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    return "a"


async def main():
    start("a", a())
    done, pending = await asyncio.wait([start("main.1", a()), tasks["a"], start("main.2", a())], return_when=asyncio.FIRST_EXCEPTION, timeout=0.1)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
