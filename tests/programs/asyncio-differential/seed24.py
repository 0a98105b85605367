import asyncio
import contextvars

tasks = {}
lock = asyncio.Lock()
var = contextvars.ContextVar("var", default=0)
sem = asyncio.BoundedSemaphore(1)


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
    try:
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0.2, "a1"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.4", asyncio.sleep(0.2, "a3"), inner_group)
                log("gathered", await asyncio.gather(asyncio.sleep(0.2, "a5"), return_exceptions=True))
    except* TimeoutError as errors:
        log("a6", repr(errors))
    await asyncio.sleep(1)
    log("a7")
    tasks["a"].add_done_callback(lambda task: log("a8", outcome(task)))
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a9")
    return "a"


async def b():
    done, pending = await asyncio.wait([start("b.1", a())], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    all = asyncio.gather(lock.acquire())
    log("gathered", await all)
    await asyncio.sleep(0.2)
    var.set("b3")
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel("c1"))
    task2 = start("c.4", asyncio.sleep(0.2, "c3"))
    await asyncio.sleep(0.2)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.current_task().cancel()
    note = lambda task: log("main2", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.2)
    log("removed", tasks["a"].remove_done_callback(note))
    log("gathered", await asyncio.gather(tasks["a"], return_exceptions=True))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
