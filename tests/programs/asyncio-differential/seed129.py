import asyncio

tasks = {}
barrier = asyncio.Barrier(2)
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
    await asyncio.sleep(0.1)
    log("a1")
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0.1, "a2")), start("a.5", asyncio.sleep(0.1, "a4"))], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    log("cancel a", tasks["a"].cancel())
    log("cancel a", tasks["a"].cancel())
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    task8 = start("a.10", asyncio.sleep(1, "a9"))


async def b():
    async with asyncio.timeout(0.1) as limit:
        if not asyncio.current_task().cancelling():
            raise KeyError("b1")
        try:
            log("gathered", await asyncio.gather(tasks["a"], a(), asyncio.sleep(0, "b4")))
            log("cancelling", asyncio.current_task().cancelling())
        except BaseException as error:
            log("b5", repr(error))
            await asyncio.sleep(1)
            log("b6")
        else:
            await asyncio.sleep(0)
            log("b7")
    raise ValueError("b")


async def main():
    start("a", a())
    start("b", b())
    log("in time", await asyncio.wait_for(tasks["b"], 1))
    log("cancel a", tasks["a"].cancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
