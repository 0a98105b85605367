import asyncio
import time

tasks = {}


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
        async with asyncio.TaskGroup() as group:
            start("a.2", asyncio.sleep(0, "a1"), group)
            async with asyncio.TaskGroup() as inner_group:
                start("a.4", asyncio.sleep(0.5, "a3"), inner_group)
                log("cancelling", asyncio.current_task().cancelling())
            all = asyncio.gather(asyncio.sleep(0.3, "a5"), asyncio.sleep(0.5, "a6"), asyncio.sleep(0.3, "a7"), return_exceptions=True)
            await asyncio.sleep(0)
            log("a8")
            log("gathered", await all)
    except* KeyError as errors:
        log("a9", repr(errors))
        log("in time", await asyncio.wait_for(asyncio.sleep(0, "a10"), 0))
    except* ValueError as errors:
        log("a11", repr(errors))
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a12"), 0.3))
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a13"), asyncio.sleep(0, "a14"), asyncio.sleep(0.5, "a15")))
    log("gathered", await asyncio.gather(asyncio.sleep(0, "a16"), return_exceptions=True))
    raise ValueError("a")


async def b():
    await asyncio.sleep(0.5)
    log("cancel a", tasks["a"].cancel())
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.5, "b2"))
    await asyncio.sleep(0)
    log("b3")
    return "b"


async def c():
    log("c1")
    log("c2")
    log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 0, None), 0))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
