import asyncio
import time

tasks = {}
queue = asyncio.LifoQueue()


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def ticks():
    try:
        for i in range(3):
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    log("cancel a", tasks["a"].cancel("a1"))
    return "a"


async def b():
    log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 1, "b1"), 1))
    log("get", await queue.get())
    queue.task_done()
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    if not asyncio.current_task().cancelling():
        raise ValueError("main1")
    log("cancel b", tasks["b"].cancel())
    await queue.put("main3")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
