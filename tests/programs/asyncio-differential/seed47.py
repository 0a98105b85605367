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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0)
        log("ticks2")
        raise


async def a():
    log("shielded", await asyncio.shield(asyncio.sleep(0, "a1")))
    note = lambda task: log("a2", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0)
    log("a3")
    log("removed", tasks["a"].remove_done_callback(note))
    asyncio.current_task().cancel("a4")


async def b():
    log("got", await tasks["a"])


async def c():
    log("c1")
    log("shielded", await asyncio.shield(tasks["b"]))
    asyncio.get_running_loop().call_later(0, log, "c3")
    return "c"


async def d():
    asyncio.get_running_loop().call_later(0, tasks["b"].cancel, "d1")
    log("uncancel", asyncio.current_task().uncancel())
    log("thread", await asyncio.to_thread(block, 0, "d2"))
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0.2))
    except TimeoutError as error:
        log("d4", repr(error), repr(error.__cause__))
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())


try:
    asyncio.run(main())
finally:
    tasks.clear()
