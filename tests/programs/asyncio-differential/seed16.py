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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    asyncio.get_running_loop().call_soon(log, "a1")
    await asyncio.sleep(0.2)
    log("a2")
    return "a"


async def b():
    asyncio.get_running_loop().call_soon(log, "b1")
    task2 = start("b.3", a())
    log("got", await task2)
    return "b"


async def c():
    asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.2, log, "c1")
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(1)
    raise ValueError("c")


async def d():
    await asyncio.sleep(1)
    await asyncio.sleep(0.2)
    log("d1")
    await asyncio.sleep(0.2)
    note = lambda task: log("d2", task.cancelled())
    tasks["c"].add_done_callback(note)
    await asyncio.sleep(0.2)
    log("removed", tasks["c"].remove_done_callback(note))
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
