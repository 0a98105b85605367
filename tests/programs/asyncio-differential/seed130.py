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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_later(0.5, tasks["d"].cancel)
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1)), asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.1, "a4")))


async def b():
    note = lambda task: log("b1", task.cancelled())
    tasks["d"].add_done_callback(note)
    await asyncio.sleep(0.1)
    log("removed", tasks["d"].remove_done_callback(note))


async def c():
    asyncio.current_task().cancel("c1")
    return "c"


async def d():
    log("cancel c", tasks["c"].cancel())
    asyncio.get_running_loop().call_later(0.5, log, "d2")
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    log("got", await b())
    tasks["b"].add_done_callback(lambda task: log("main1", outcome(task)))
    asyncio.get_running_loop().call_later(0.1, log, "main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
