import asyncio

tasks = {}
lock = asyncio.Lock()
sem = asyncio.Semaphore(2)


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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    await lock.acquire()
    try:
        try:
            log("in time", await asyncio.wait_for(asyncio.sleep(1, "a1"), 1))
        except TimeoutError as error:
            log("a2", repr(error), repr(error.__cause__))
        asyncio.get_running_loop().call_later(1, log, "a3")
    finally:
        lock.release()
    log("gathered", await asyncio.gather(lock.acquire(), return_exceptions=True))
    log("a5")
    return "a"


async def b():
    async with sem:
        log("b1")
        async with lock:
            log("b2")
            log("got", await a())
    await asyncio.sleep(0.2)
    log("b3")
    return "b"


async def c():
    try:
        try:
            asyncio.get_running_loop().call_later(1, tasks["c"].cancel)
            log("got", await a())
        finally:
            log("c2")
            log("cancel b", tasks["b"].cancel())
    finally:
        log("c4")
    log("cancel b", tasks["b"].cancel())
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(1, "main1")), tasks["c"], start("main.4", asyncio.sleep(0.2, "main3"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("got", await tasks["a"])
    log("cancel a", tasks["a"].cancel())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
