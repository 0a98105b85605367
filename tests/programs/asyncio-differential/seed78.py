import asyncio
import contextvars

tasks = {}
sem = asyncio.Semaphore(2)
var = contextvars.ContextVar("var", default=0)


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a1"), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    await asyncio.sleep(1)
    log("a3")
    return "a"


async def b():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("var", var.get())
    raise ValueError("b")


async def c():
    log("c1")
    var.set("c2")
    await asyncio.sleep(1)
    log("c3")
    return "c"


async def d():
    log("var", var.get())
    await asyncio.sleep(1)
    log("d1")
    await asyncio.sleep(1)
    log("d2")
    raise ValueError("d")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())


try:
    asyncio.run(main())
finally:
    tasks.clear()
