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


async def a():
    log("shielded", await asyncio.shield(queue.join()))
    await queue.put("a2")
    return "a"


async def b():
    log("gathered", await asyncio.gather(queue.join(), return_exceptions=True))
    try:
        try:
            log("in time", await asyncio.wait_for(tasks["a"], 0.3))
        except TimeoutError as error:
            log("b3", repr(error), repr(error.__cause__))
        all = asyncio.gather(asyncio.sleep(0, "b4"))
        log("gathered", await all)
    except ValueError as error:
        log("b5", repr(error))
    else:
        log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.3, "b6"))
    return "b"


async def c():
    await asyncio.sleep(0.3)
    log("c1")
    log("cancel b", tasks["b"].cancel("c2"))
    log("get", await queue.get())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
