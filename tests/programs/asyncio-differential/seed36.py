import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
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
    tasks["b"].add_done_callback(lambda task: log("a1", outcome(task)))
    log("in time", await asyncio.wait_for(event.wait(), 0.3))
    log("cancel b", tasks["b"].cancel("a3"))
    asyncio.get_running_loop().call_later(0.2, tasks["b"].cancel)
    all = asyncio.gather(barrier.wait(), asyncio.sleep(0.3, "a6"))
    log("cancel all", all.cancel("a7"))
    log("gathered", await all)
    return "a"


async def b():
    try:
        asyncio.get_running_loop().call_later(0.2, tasks["a"].cancel)
    except ValueError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("barrier", await barrier.wait(), barrier.n_waiting, barrier.broken)
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
