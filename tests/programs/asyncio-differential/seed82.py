import asyncio

tasks = {}
event = asyncio.Event()
sem = asyncio.Semaphore(1)
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    event.set()
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("event", await event.wait())
    await asyncio.sleep(0.3)
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a1")
    return "a"


async def b():
    all = asyncio.gather(event.wait(), asyncio.shield(asyncio.sleep(0.1)), tasks["a"], return_exceptions=True)
    await asyncio.sleep(0.3)
    log("b4")
    log("cancel all", all.cancel())
    log("gathered", await all)
    log("cancelling", asyncio.current_task().cancelling())
    log("got", await tasks["a"])


async def c():
    done, pending = await asyncio.wait([start("c.1", b()), start("c.3", asyncio.sleep(0.3, "c2")), start("c.4", a())], return_when=asyncio.FIRST_EXCEPTION)
    log("done", names(done), "pending", names(pending))
    await asyncio.sleep(1)
    log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    log("event", await event.wait())
    return "c"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancelling", asyncio.current_task().cancelling())
    log("got", await a())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
