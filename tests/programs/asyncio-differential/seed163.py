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
    await asyncio.sleep(0.5)
    log("a1")
    await asyncio.sleep(0)
    log("a2")
    return "a"


async def b():
    tasks["b"].add_done_callback(lambda task: log("b1", outcome(task)))
    log("gathered", await asyncio.gather(asyncio.sleep(0.5, "b2"), asyncio.sleep(0, "b3")))
    return "b"


async def c():
    log("cancel c", tasks["c"].cancel())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    done, pending = await asyncio.wait([start("main.2", asyncio.sleep(0, "main1")), tasks["b"], start("main.4", asyncio.sleep(0, "main3"))], return_when=asyncio.FIRST_COMPLETED, timeout=0)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
