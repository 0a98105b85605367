import asyncio

tasks = {}
future = None
cond = asyncio.Condition()


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
    try:
        try:
            async with asyncio.timeout(1) as limit:
                limit.reschedule(None)
                try:
                    async with asyncio.timeout(0.1) as limit:
                        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a1"), 1))
                except TimeoutError as error:
                    log("a2", repr(error), limit.expired())
                if not future.done():
                    future.set_result("a3")
        except TimeoutError as error:
            log("a6", repr(error), limit.expired())
        if not future.done():
            future.cancel("a9")
    finally:
        log("a10")
        task11 = start("a.13", asyncio.sleep(0.5, "a12"))
        await asyncio.sleep(0.1)
        log("a14")
    task15 = start("a.17", asyncio.sleep(1, "a16"))
    await asyncio.sleep(1)
    return "a"


async def b():
    async with cond:
        log("b1")
        cond.notify(2)
    return "b"


async def c():
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "c1"), 0.5))
            except TimeoutError as error:
                log("c2", repr(error), repr(error.__cause__))
    except TimeoutError as error:
        log("c3", repr(error), limit.expired())
    log("got", await tasks["a"])
    asyncio.current_task().cancel()
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.5)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
