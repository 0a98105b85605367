import asyncio

tasks = {}


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
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, "a1"), 0.1))
    finally:
        log("a2")
        async with asyncio.timeout(0.1) as limit:
            await asyncio.sleep(0.5)
            log("a3")
            log("a4")
    done, pending = await asyncio.wait([start("a.6", asyncio.sleep(0.1, "a5")), start("a.8", asyncio.sleep(0.5, "a7"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.5)
    log("done", names(done), "pending", names(pending))
    asyncio.get_running_loop().call_later(0.1, tasks["a"].cancel)
    raise ValueError("a")


async def b():
    log("got", await tasks["a"])
    log("cancelling", asyncio.current_task().cancelling())
    asyncio.get_running_loop().call_later(0.1, tasks["c"].cancel)
    log("got", await tasks["a"])
    return "b"


async def c():
    asyncio.get_running_loop().call_soon(log, "c1")
    log("cancel b", tasks["b"].cancel())
    log("got", await b())
    try:
        asyncio.current_task().cancel()
    finally:
        log("c4")
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    for _ in range(3):
        log("uncancel", asyncio.current_task().uncancel())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
