import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


async def a():
    try:
        try:
            try:
                await asyncio.sleep(0.1)
                log("a1")
                log("a2")
            except asyncio.CancelledError as error:
                log("a3", repr(error))
        except Exception as error:
            log("a4", repr(error))
        log("cancel c", tasks["c"].cancel())
    except Exception as error:
        log("a6", repr(error))
        await asyncio.sleep(0.3)
        log("a7")
    log("shielded", await asyncio.shield(asyncio.sleep(0.1, "a8")))
    async for each in asyncio.as_completed([start("a.10", asyncio.sleep(0.1, "a9")), start("a.12", asyncio.sleep(0.3, "a11")), start("a.14", asyncio.sleep(0.3, "a13"))]):
        log("next", each.get_name(), await each)


async def b():
    async for each in asyncio.as_completed([start("b.1", a()), start("b.3", asyncio.sleep(0.1, "b2"))]):
        log("next", each.get_name(), await each)
    return "b"


async def c():
    try:
        try:
            log("got", await a())
        except asyncio.CancelledError as error:
            log("c1", repr(error))
        else:
            log("in time", await asyncio.wait_for(asyncio.sleep(0.3, "c2"), 1))
    except ValueError as error:
        log("c3", repr(error))
    else:
        async for each in asyncio.as_completed([start("c.5", asyncio.sleep(0.3, "c4")), start("c.6", a())]):
            log("next", each.get_name(), await each)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    log("main1")


try:
    asyncio.run(main())
finally:
    tasks.clear()
