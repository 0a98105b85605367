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


def outcome(task):
    try:
        return repr(task.result())
    except BaseException as error:
        return repr(error)


async def a():
    log("cancel b", tasks["b"].cancel())
    async with asyncio.timeout(0.1) as limit:
        log("cancel a", tasks["a"].cancel())
        asyncio.get_running_loop().call_soon(log, "a3")


async def b():
    asyncio.get_running_loop().call_soon(event.clear)
    await asyncio.sleep(0.1)
    log("b2")
    asyncio.get_running_loop().call_later(0.2, event.clear)
    asyncio.current_task().cancel("b4")
    raise ValueError("b")


async def c():
    log("event", await event.wait())
    log("got", await tasks["b"])
    try:
        async with asyncio.timeout(0.2) as limit:
            limit.reschedule(None)
            asyncio.get_running_loop().call_later(0.2, event.clear)
            log("got", await b())
    except TimeoutError as error:
        log("c2", repr(error), limit.expired())
    log("event", event.set())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    event.set()
    await asyncio.sleep(0.2)
    log("main1")
    await asyncio.sleep(0.2)
    log("main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
