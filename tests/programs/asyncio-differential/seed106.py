import asyncio

tasks = {}
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
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.2, "a1")), start("a.4", asyncio.sleep(0.2, "a3"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(0.2)
    log("a5")
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    raise ValueError("a")


async def b():
    await asyncio.sleep(0.3)
    task1 = start("b.3", asyncio.sleep(0.2, "b2"))
    log("got", await tasks["a"])
    return "b"


async def c():
    log("in time", await asyncio.wait_for(b(), 0.3))
    asyncio.current_task().cancel()
    log("got", await b())
    log("got", await tasks["b"])
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel())
    task2 = start("main.4", asyncio.sleep(0.3, "main3"))
    await asyncio.sleep(0.3)
    log("got", await a())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
