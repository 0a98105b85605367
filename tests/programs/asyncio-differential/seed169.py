import asyncio

tasks = {}
lock = asyncio.Lock()


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
    await asyncio.sleep(0.5)
    log("a1")
    await lock.acquire()
    try:
        async with lock:
            log("a2")
            try:
                log("cancel b", tasks["b"].cancel())
            except Exception as error:
                log("a4", repr(error), repr(error.__cause__))
            await asyncio.sleep(0.5)
            log("a5")
    finally:
        lock.release()
    return "a"


async def b():
    try:
        async with lock:
            log("b1")
            log("got", await tasks["a"])
    except ValueError as error:
        log("b2", repr(error))
    task3 = start("b.4", a())
    done, pending = await asyncio.wait([start("b.5", a()), start("b.6", a()), start("b.7", a())], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
