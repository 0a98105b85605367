import asyncio

tasks = {}
lock = asyncio.Lock()
cond = asyncio.Condition()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    try:
        asyncio.get_running_loop().call_later(0.3, tasks["a"].cancel)
        asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    finally:
        log("a3")
    await asyncio.sleep(0.5)
    log("a4")
    handle = asyncio.get_running_loop().call_later(0.5, log, "a5")
    await asyncio.sleep(0.3)
    log("a6")
    handle.cancel()
    raise ValueError("a")


async def b():
    log("in time", await asyncio.wait_for(a(), 0.3))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("got", await tasks["b"])
    await asyncio.sleep(0)
    log("main1")
    log("got", await a())


try:
    asyncio.run(main())
finally:
    tasks.clear()
