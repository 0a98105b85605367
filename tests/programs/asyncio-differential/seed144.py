import asyncio
import time

tasks = {}
event = asyncio.Event()


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


async def a():
    log("cancel a", tasks["a"].cancel())
    await asyncio.sleep(0.3)
    log("a2")
    log("cancel a", tasks["a"].cancel())
    asyncio.get_running_loop().call_later(0.1, log, "a4")
    asyncio.current_task().cancel("a5")
    event.set()
    asyncio.current_task().cancel()
    log("cancel a", tasks["a"].cancel("a7"))
    event.clear()
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a8")
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    asyncio.get_running_loop().call_later(0.1, tasks["a"].cancel)
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.3, "a11"))
    raise ValueError("a")


async def main():
    start("a", a())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
