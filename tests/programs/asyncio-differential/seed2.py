import asyncio

tasks = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    for _ in range(3):
        try:
            try:
                asyncio.current_task().cancel()
            finally:
                log("a2")
        except BaseException as error:
            log("a3", repr(error))
            done, pending = await asyncio.wait([start("a.5", asyncio.sleep(0.1, "a4"))], return_when=asyncio.FIRST_COMPLETED)
            log("done", names(done), "pending", names(pending))
        log("a6")
    await asyncio.sleep(0.1)
    log("a7")
    return "a"


async def b():
    for _ in range(3):
        try:
            try:
                log("got", await tasks["a"])
            finally:
                log("b1")
        except BaseException as error:
            log("b2", repr(error))
    log("gathered", await asyncio.gather(a(), return_exceptions=True))
    return "b"


async def c():
    try:
        log("gathered", await asyncio.gather(b(), a(), tasks["a"], return_exceptions=True))
    finally:
        log("c4")
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c5")
    log("got", await b())
    log("cancel a", tasks["a"].cancel())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())


try:
    asyncio.run(main())
finally:
    tasks.clear()
