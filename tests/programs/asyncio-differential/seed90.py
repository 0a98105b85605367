import asyncio

tasks = {}


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
    await asyncio.sleep(1)
    for _ in range(3):
        task1 = start("a.3", asyncio.sleep(0.2, "a2"))
        await asyncio.sleep(1)
        log("a4")
    await asyncio.sleep(1)
    log("a5")
    asyncio.get_running_loop().call_soon(log, "a6")
    return "a"


async def b():
    await asyncio.sleep(0.2)
    for _ in range(2):
        try:
            log("got", await tasks["a"])
        except Exception as error:
            log("b1", repr(error))
        log("b2")
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    try:
        async with asyncio.timeout(1) as limit:
            try:
                for each in asyncio.as_completed([start("b.5", a())]):
                    log("next", await each)
                log("gathered", await asyncio.gather(tasks["a"], a(), tasks["a"], return_exceptions=True))
            finally:
                log("b9")
                log("cancel b", tasks["b"].cancel())
    except TimeoutError as error:
        log("b11", repr(error), limit.expired())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
