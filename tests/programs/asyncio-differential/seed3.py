import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
sem = asyncio.BoundedSemaphore(1)


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
        await asyncio.sleep(0.1)
        raise


async def a():
    log("in time", await asyncio.wait_for(anext(ticks()), 0.3))
    return "a"


async def b():
    log("got", await a())
    try:
        await asyncio.sleep(0.3)
        log("b1")
        if not asyncio.current_task().cancelling():
            raise asyncio.CancelledError("b2")
    finally:
        log("b3")
    log("got", await a())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.1, "b5"), return_exceptions=True))


async def c():
    var.set("c1")
    asyncio.current_task().set_name("c2")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel a", tasks["a"].cancel())
    asyncio.get_running_loop().call_soon(log, "main2")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
