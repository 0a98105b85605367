import asyncio
import contextvars

tasks = {}
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


async def a():
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    for each in asyncio.as_completed([start("a.3", asyncio.sleep(0, "a2")), start("a.5", asyncio.sleep(1, "a4"))]):
        log("next", await each)


async def b():
    try:
        async with asyncio.timeout(1) as limit:
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    except TimeoutError as error:
        log("b2", repr(error), limit.expired())
    try:
        log("in time", await asyncio.wait_for(a(), 1))
    except TimeoutError as error:
        log("b4", repr(error), repr(error.__cause__))
    log("got", await tasks["a"])
    return "b"


async def c():
    log("var", var.get())
    log("gathered", await asyncio.gather(b(), tasks["a"], asyncio.sleep(0, "c3"), return_exceptions=True))
    var.set("c4")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
