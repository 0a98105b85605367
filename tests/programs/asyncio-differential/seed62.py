import asyncio

tasks = {}
cond = asyncio.Condition()
event = asyncio.Event()


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


async def a():
    tasks["b"].add_done_callback(lambda task: log("a1", outcome(task)))
    try:
        log("shielded", await asyncio.shield(asyncio.sleep(0.1, "a2")))
    finally:
        log("a3")
    raise ValueError("a")


async def b():
    try:
        log("gathered", await asyncio.gather(asyncio.sleep(0, "b1"), event.wait(), return_exceptions=True))
        log("event", event.set())
    finally:
        log("b3")
    log("event", await event.wait())
    asyncio.get_running_loop().call_later(0, tasks["a"].cancel)
    await cond.acquire()
    try:
        log("cancelling", asyncio.current_task().cancelling())
    finally:
        cond.release()
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("got", await a())
    log("got", await tasks["a"])
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
