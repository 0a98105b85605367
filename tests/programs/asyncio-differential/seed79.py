import asyncio

tasks = {}
cond = asyncio.Condition()


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
        async with asyncio.timeout(0) as limit:
            try:
                done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0, "a1"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.3)
                log("done", names(done), "pending", names(pending))
            except asyncio.CancelledError as error:
                log("a3", repr(error))
    except TimeoutError as error:
        log("a4", repr(error), limit.expired())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0)
    log("a6")
    return "a"


async def b():
    try:
        log("gathered", await asyncio.gather(asyncio.sleep(0.3, "b1"), tasks["a"], asyncio.sleep(0, "b3")))
        log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    except asyncio.CancelledError as error:
        log("b5", repr(error))
        log("b6")
    log("in time", await asyncio.wait_for(asyncio.sleep(0, "b7"), 0))
    handle = asyncio.get_running_loop().call_later(0, log, "b8")
    await asyncio.sleep(0.3)
    handle.cancel()
    raise ValueError("b")


async def c():
    log("cancel b", tasks["b"].cancel())
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("c2")
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    log("got", await c())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
