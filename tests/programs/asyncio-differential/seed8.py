import asyncio
import time

tasks = {}
sem = asyncio.Semaphore(1)
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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(1, "a1")), start("a.4", asyncio.sleep(0.3, "a3")), start("a.6", asyncio.sleep(0.5, "a5"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "a"


async def b():
    log("got", await tasks["a"])
    raise ValueError("b")


async def c():
    try:
        log("in time", await asyncio.wait_for(future, 0.3))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            log("main1")
            log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.5, "main2"))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
