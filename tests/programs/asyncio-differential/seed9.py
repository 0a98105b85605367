import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
future = None


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
    await asyncio.sleep(1)
    return "a"


async def b():
    try:
        log("shielded", await asyncio.shield(tasks["a"]))
    except asyncio.CancelledError as error:
        log("b2", repr(error), repr(error.__cause__))
        raise ValueError("b3") from error
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    log("main1")
    done, pending = await asyncio.wait([start("main.2", a())])
    log("done", names(done), "pending", names(pending))
    log("cancelling", asyncio.current_task().cancelling())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
