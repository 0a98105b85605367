import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    if not future.done():
        future.cancel("a3")
    try:
        try:
            async with asyncio.timeout(0.5) as limit:
                await asyncio.sleep(1)
                log("a4")
        except TimeoutError as error:
            log("a5", repr(error), limit.expired())
    except asyncio.CancelledError as error:
        log("a6", repr(error))
        raise
    return "a"


async def b():
    await asyncio.sleep(0.5)
    log("b1")
    try:
        log("gathered", await asyncio.gather(tasks["a"]))
    except ValueError as error:
        log("b3", repr(error))
        await asyncio.sleep(0.5)


async def c():
    try:
        log("in time", await asyncio.wait_for(a(), 0.5))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    raise ValueError("c")


async def d():
    log("in time", await asyncio.wait_for(future, 0.1))
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.1) as limit:
        if not future.done():
            future.cancel("d4")
    log("got", await tasks["a"])
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("got", await tasks["b"])
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("main1")
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
