import asyncio

tasks = {}
event = asyncio.Event()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    await asyncio.sleep(1)
    log("a1")
    log("shielded", await asyncio.shield(event.wait()))
    return "a"


async def b():
    log("event", await event.wait())
    log("got", await tasks["a"])
    log("b1")
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 1))
    except TimeoutError as error:
        log("b3", repr(error), repr(error.__cause__))
    return "b"


async def c():
    event.clear()
    log("got", await b())
    log("gathered", await asyncio.gather(event.wait(), event.wait(), event.wait(), return_exceptions=True))
    await asyncio.sleep(1)
    log("c4")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())


try:
    asyncio.run(main())
finally:
    tasks.clear()
