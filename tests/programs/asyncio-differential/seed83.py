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
    try:
        await asyncio.sleep(0)
        log("a1")
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        asyncio.current_task().uncancel()
    log("cancel b", tasks["b"].cancel())


async def b():
    log("got", await a())
    try:
        done, pending = await asyncio.wait([start("b.1", a()), start("b.3", asyncio.sleep(0.3, "b2"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.3)
        log("done", names(done), "pending", names(pending))
        await asyncio.sleep(0.3)
        log("b4")
    except Exception as error:
        log("b5", repr(error))
        asyncio.get_running_loop().call_later(0, log, "b6")
        log("got", await tasks["a"])
    done, pending = await asyncio.wait([start("b.8", asyncio.sleep(1, "b7"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
