import asyncio

tasks = {}
sem = asyncio.BoundedSemaphore(1)
future = None
barrier = asyncio.Barrier(2)


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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0, "a1")), start("a.4", asyncio.sleep(0.2, "a3"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await sem.acquire()
    try:
        if sem.locked():
            sem.release()
    finally:
        sem.release()
    future.set_result("a5")
    return "a"


async def b():
    asyncio.get_running_loop().call_later(1, future.cancel)
    log("future", await future)
    for each in asyncio.as_completed([start("b.3", asyncio.sleep(0.2, "b2")), start("b.5", asyncio.sleep(0.2, "b4")), start("b.7", asyncio.sleep(0, "b6"))], timeout=0.2):
        log("next", await each)


async def c():
    log("c1")
    log("future", await future)
    log("in time", await asyncio.wait_for(a(), 1))
    log("cancelling", asyncio.current_task().cancelling())
    log("cancel a", tasks["a"].cancel())
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    try:
        log("in time", await asyncio.wait_for(b(), 1))
    except TimeoutError as error:
        log("c5", repr(error), repr(error.__cause__))


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    log("main1")
    asyncio.get_running_loop().call_later(0, future.set_result, "late")
    log("future", await future)
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
