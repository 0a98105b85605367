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
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    asyncio.get_running_loop().call_soon(log, "a2")
    task3 = start("a.5", asyncio.sleep(0.2, "a4"))
    return "a"


async def b():
    task1 = start("b.2", a())
    return "b"


async def c():
    done, pending = await asyncio.wait([start("c.1", b())])
    log("done", names(done), "pending", names(pending))
    return "c"


async def d():
    handle = asyncio.get_running_loop().call_later(0, log, "d1")
    await asyncio.sleep(0.2)
    handle.cancel()
    done, pending = await asyncio.wait([start("d.2", c()), start("d.4", asyncio.sleep(0.2, "d3")), tasks["a"]], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    log("got", await b())
    return "d"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    start("d", d())
    tasks["d"].add_done_callback(lambda task: log("main1", outcome(task)))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
