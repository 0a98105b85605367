import asyncio
import contextvars
import time

tasks = {}
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


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        asyncio.get_running_loop().call_later(0.2, tasks["b"].cancel, "a1")
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a2"), 0.2))
    except asyncio.CancelledError as error:
        log("a3", repr(error))
        log("cancel c", tasks["c"].cancel())
    if not asyncio.current_task().cancelling():
        raise ValueError("a5")


async def b():
    log("in time", await asyncio.wait_for(asyncio.sleep(0.2, "b1"), 0.2))
    token = var.set("b2")
    note = lambda task: log("b3", task.cancelled())
    tasks["b"].add_done_callback(note)
    await asyncio.sleep(0.5)
    log("b4")
    log("removed", tasks["b"].remove_done_callback(note))
    var.reset(token)
    raise ValueError("b")


async def c():
    all = asyncio.gather(asyncio.sleep(0.5, "c1"), asyncio.sleep(0.2, "c2"))
    log("cancel all", all.cancel())
    log("gathered", await all)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().cancel()
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 0.2, "main2"), 0.5))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
