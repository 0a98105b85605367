import asyncio
import contextvars

tasks = {}
queue = asyncio.Queue(1)
future = None
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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await asyncio.sleep(1)
    log("a1")
    var.set("a2")
    log("get", await queue.get())
    queue.task_done()
    raise ValueError("a")


async def b():
    all = asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.1, "b2"), queue.get())
    log("cancel all", all.cancel())
    log("gathered", await all)
    note = lambda task: log("b5", task.cancelled())
    future.add_done_callback(note)
    await asyncio.sleep(0.3)
    log("removed", future.remove_done_callback(note))
    return "b"


async def c():
    log("get", queue.get_nowait())
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.3))
    asyncio.get_running_loop().call_later(0.3, tasks["a"].cancel, "c3")
    await queue.put("c4")


async def d():
    all = asyncio.gather(tasks["a"], tasks["c"], b())
    await asyncio.sleep(0.3)
    log("d4")
    log("cancel all", all.cancel())
    log("gathered", await all)
    tasks["c"].add_done_callback(lambda task: log("d6", outcome(task)))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    if not future.done():
        future.set_exception(KeyError("main2"))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
