import asyncio

tasks = {}
barrier = asyncio.Barrier(3)
queue = asyncio.PriorityQueue(2)


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("gathered", await asyncio.gather(queue.get(), return_exceptions=True))
    try:
        log("gathered", await asyncio.gather(queue.join(), queue.get(), queue.join()))
    except BaseException as error:
        log("a5", repr(error))
    else:
        asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
    return "a"


async def b():
    log("get", await queue.get())
    note = lambda task: log("b1", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.1)
    log("removed", tasks["a"].remove_done_callback(note))
    await asyncio.sleep(0.1)
    log("b2")
    return "b"


async def c():
    log("get", await queue.get())
    await queue.put("c1")
    log("got", await tasks["b"])
    asyncio.get_running_loop().call_later(0.3, log, "c2")
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    async with barrier as position:
        log("barrier", position)
        log("got", await tasks["b"])
    asyncio.get_running_loop().call_soon(log, "main1")
    log("size", queue.qsize(), queue.full())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
