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


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0, "a1")), start("a.4", asyncio.sleep(0.2, "a3"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await sem.acquire()
    try:
        await sem.acquire()
        try:
            for each in asyncio.as_completed([start("a.6", asyncio.sleep(0.2, "a5")), start("a.8", asyncio.sleep(0.2, "a7"))]):
                log("next", await each)
        finally:
            sem.release()
    finally:
        sem.release()
    tasks["a"].add_done_callback(lambda task: log("a9", outcome(task)))
    return "a"


async def b():
    if not future.done():
        future.cancel()
    log("got", await tasks["a"])
    raise ValueError("b")


async def c():
    log("c1")
    log("future", await future)
    log("in time", await asyncio.wait_for(a(), 1))
    asyncio.current_task().cancel("c3")
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    raise ValueError("c")


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await c())
    log("got", await a())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
