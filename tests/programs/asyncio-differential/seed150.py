import asyncio
import contextvars

tasks = {}
cond = asyncio.Condition()
var = contextvars.ContextVar("var", default=0)


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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.3)
            log("ticks1")
            yield i
    finally:
        log("ticks ends")


async def a():
    tasks["d"].add_done_callback(lambda task: log("a1", outcome(task)))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, "a2"), 0.1))
    except TimeoutError as error:
        log("a3", repr(error), repr(error.__cause__))


async def b():
    await asyncio.sleep(0.3)
    log("gathered", await asyncio.gather(asyncio.sleep(0, "b1"), tasks["a"], asyncio.sleep(0.3, "b3"), return_exceptions=True))
    asyncio.get_running_loop().call_soon(log, "b4")
    task5 = start("b.6", a())


async def c():
    asyncio.get_running_loop().call_later(0.1, log, "c1")
    done, pending = await asyncio.wait([start("c.2", a()), start("c.3", a()), start("c.4", b())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    return "c"


async def d():
    await asyncio.sleep(0)
    log("d1")
    log("cancelling", asyncio.current_task().cancelling())
    done, pending = await asyncio.wait([start("d.2", b()), start("d.3", b())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.sleep(0)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
