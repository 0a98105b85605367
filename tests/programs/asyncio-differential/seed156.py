import asyncio

tasks = {}
cond = asyncio.Condition()


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
    await cond.acquire()
    try:
        cond.notify()
    finally:
        cond.release()
    log("uncancel", asyncio.current_task().uncancel())
    await asyncio.sleep(0.1)
    log("a1")
    try:
        log("cancel a", tasks["a"].cancel())
        log("a3")
    except asyncio.CancelledError as error:
        log("a4", repr(error))
    raise ValueError("a")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
