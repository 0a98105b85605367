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


async def a():
    tasks["c"].add_done_callback(lambda task: log("a1", outcome(task)))
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    await asyncio.sleep(0.1)
    log("shielded", await asyncio.shield(asyncio.sleep(0, "b2")))
    raise ValueError("b")


async def c():
    async with asyncio.timeout(0) as limit:
        asyncio.get_running_loop().call_later(0, tasks["c"].cancel)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            for _ in range(2):
                log("barrier", await barrier.reset(), barrier.n_waiting, barrier.broken)
            log("got", await tasks["c"])
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
