import asyncio

tasks = {}
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


async def a():
    log("cancel a", tasks["a"].cancel())
    try:
        async with asyncio.timeout(0.3) as limit:
            log("gathered", await asyncio.gather(asyncio.sleep(0.3, "a2"), asyncio.sleep(0.5, "a3")))
    except TimeoutError as error:
        log("a4", repr(error), limit.expired())
    async with asyncio.timeout(0.5) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0.5)
        try:
            async with asyncio.timeout(0.5) as limit:
                log("cancel a", tasks["a"].cancel("a5"))
                try:
                    log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a6"), 0.3))
                except TimeoutError as error:
                    log("a7", repr(error), repr(error.__cause__))
        except TimeoutError as error:
            log("a8", repr(error), limit.expired())
        log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a9"), asyncio.sleep(0.3, "a10"), asyncio.sleep(0.5, "a11"), return_exceptions=True))
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a12"), 0.5))
    except TimeoutError as error:
        log("a13", repr(error), repr(error.__cause__))
    return "a"


async def main():
    start("a", a())
    log("cancel a", tasks["a"].cancel("main1"))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
