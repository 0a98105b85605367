import asyncio

tasks = {}
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
        async with asyncio.timeout(0) as limit:
            log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
            try:
                log("shielded", await asyncio.shield(asyncio.sleep(0, "a2")))
            except asyncio.CancelledError as error:
                log("a3", repr(error), repr(error.__cause__))
                log("cancel a", tasks["a"].cancel())
                await asyncio.sleep(0.1)
                log("a5")
    except TimeoutError as error:
        log("a6", repr(error), limit.expired())
    asyncio.current_task().set_name("a7")
    await asyncio.sleep(0.1)
    log("a8")
    return "a"


async def b():
    task1 = start("b.3", asyncio.sleep(0, "b2"))
    await asyncio.sleep(0)
    log("gathered", await asyncio.gather(tasks["a"], task1, a(), return_exceptions=True))
    log("got", await task1)
    raise ValueError("b")


async def c():
    task1 = start("c.3", asyncio.sleep(0, "c2"))
    await asyncio.sleep(0.1)
    await asyncio.sleep(0)
    log("c4")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
