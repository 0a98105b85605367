import asyncio

tasks = {}
sem = asyncio.Semaphore(1)


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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a1")))
    log("cancel b", tasks["b"].cancel("a2"))
    await asyncio.sleep(1)
    log("a3")
    task4 = start("a.6", asyncio.sleep(0.5, "a5"))
    try:
        try:
            try:
                log("gathered", await asyncio.gather(asyncio.sleep(0.5, "a7"), asyncio.sleep(0.1, "a8"), task4))
            except asyncio.CancelledError as error:
                log("a10", repr(error), repr(error.__context__))
            if sem.locked():
                sem.release()
        except asyncio.CancelledError as error:
            log("a11", repr(error), repr(error.__context__))
    except ValueError as error:
        log("a12", repr(error), repr(error.__context__))
    raise ValueError("a")


async def b():
    for _ in range(3):
        log("got", await tasks["a"])
    await asyncio.sleep(1)
    await asyncio.sleep(0.1)
    task1 = start("b.2", a())
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
