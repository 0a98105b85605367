import asyncio

tasks = {}
cond = asyncio.Condition()
future = None


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
    await cond.acquire()
    try:
        cond.notify(2)
    finally:
        cond.release()
    try:
        log("cancel a", tasks["a"].cancel())
        await asyncio.sleep(0.5)
        log("a2")
    except BaseException as error:
        log("a3", repr(error), repr(error.__context__))
    await asyncio.sleep(0)
    if not future.done():
        future.cancel()


async def b():
    log("cancel b", tasks["b"].cancel("b1"))
    done, pending = await asyncio.wait([start("b.2", a()), start("b.4", asyncio.sleep(0, "b3")), start("b.5", a())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await cond.acquire()
    try:
        log("future", await future)
    finally:
        cond.release()
    log("got", await tasks["a"])
    return "b"


async def c():
    log("gathered", await asyncio.gather(future))
    for each in asyncio.as_completed([start("c.3", asyncio.sleep(0.5, "c2")), start("c.5", asyncio.sleep(0.5, "c4"))], timeout=0.5):
        log("next", await each)
    asyncio.current_task().cancel()
    if not future.done():
        future.set_exception(KeyError("c8"))
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
