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


async def ticks():
    try:
        for i in range(3):
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.3)


async def a():
    asyncio.current_task().cancel()
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a2"), anext(ticks()), asyncio.sleep(0.3, "a4"), return_exceptions=True))
    return "a"


async def b():
    log("got", await a())
    done, pending = await asyncio.wait([start("b.1", a()), tasks["a"]], timeout=1)
    log("done", names(done), "pending", names(pending))
    log("thread", await asyncio.get_running_loop().run_in_executor(None, block, 0.3, "b2"))
    log("uncancel", asyncio.current_task().uncancel())


async def c():
    log("cancel c", tasks["c"].cancel())
    log("gathered", await asyncio.gather(asyncio.sleep(1, "c2"), anext(ticks()), asyncio.sleep(1, "c4"), return_exceptions=True))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.3)
    log("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
