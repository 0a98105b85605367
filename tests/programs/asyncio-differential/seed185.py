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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await lock.acquire()
    try:
        async with lock:
            log("a1")
            log("cancel c", tasks["c"].cancel())
    finally:
        lock.release()
    all = asyncio.gather(asyncio.sleep(1, "a3"), return_exceptions=True)
    log("cancel all", all.cancel())
    log("gathered", await all)
    done, pending = await asyncio.wait([start("a.6", asyncio.sleep(0.2, "a5")), start("a.8", asyncio.sleep(1, "a7"))])
    log("done", names(done), "pending", names(pending))
    return "a"


async def b():
    await sem.acquire()
    try:
        async with lock:
            log("b1")
            await asyncio.sleep(0.2)
    finally:
        sem.release()
    return "b"


async def c():
    await asyncio.sleep(1)
    log("c1")
    async with lock:
        log("c2")
        try:
            log("in time", await asyncio.wait_for(a(), 0.2))
        except TimeoutError as error:
            log("c4", repr(error), repr(error.__cause__))
        await asyncio.sleep(0.2)
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    tasks["b"].add_done_callback(lambda task: log("main1", outcome(task)))
    note = lambda task: log("main2", task.cancelled())
    tasks["c"].add_done_callback(note)
    await asyncio.sleep(0.2)
    log("main3")
    log("removed", tasks["c"].remove_done_callback(note))
    async for each in asyncio.as_completed([start("main.5", asyncio.sleep(0.2, "main4")), start("main.6", a()), start("main.7", b())], timeout=0.2):
        log("next", each.get_name(), await each)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
