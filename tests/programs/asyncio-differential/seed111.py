import asyncio
import time

tasks = {}
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
    log("cancel c", tasks["c"].cancel("a1"))
    try:
        log("in time", await asyncio.wait_for(future, 1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "a4"), return_exceptions=True))
    await asyncio.sleep(0.1)
    return "a"


async def b():
    log("future", await future)
    return "b"


async def c():
    tasks["b"].add_done_callback(lambda task: log("c1", outcome(task)))
    log("got", await tasks["a"])
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.1, None))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    if not future.done():
        future.cancel()
    asyncio.get_running_loop().call_later(0.1, future.set_result, "late")


try:
    asyncio.run(main())
finally:
    tasks.clear()
