import asyncio
import contextvars

tasks = {}
event = asyncio.Event()
var = contextvars.ContextVar("var", default=0)


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


async def a():
    asyncio.get_running_loop().call_soon(log, "a1")
    await asyncio.sleep(0.2)
    log("a2")
    for each in asyncio.as_completed([start("a.4", asyncio.sleep(0.1, "a3")), start("a.6", asyncio.sleep(0.2, "a5")), start("a.8", asyncio.sleep(0.1, "a7"))], timeout=0.1):
        log("next", await each)
    return "a"


async def b():
    log("event", await event.wait())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("event", event.clear())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
