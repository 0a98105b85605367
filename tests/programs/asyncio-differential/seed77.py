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


ready = 0


def get_ready():
    global ready
    ready += 1
    return ready


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    asyncio.get_running_loop().call_later(0, tasks["c"].cancel)
    async with cond:
        log("ready", get_ready())
        cond.notify()
    await asyncio.sleep(0.2)
    note = lambda task: log("a2", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.2)
    log("removed", tasks["a"].remove_done_callback(note))


async def b():
    async with cond:
        cond.notify_all()


async def c():
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(a(), 0))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    log("got", await tasks["a"])
    return "c"


async def d():
    await asyncio.sleep(0.2)
    log("d1")
    log("shielded", await asyncio.shield(asyncio.sleep(0, "d2")))
    task3 = start("d.4", c())
    await asyncio.sleep(0)
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
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
