import asyncio

tasks = {}
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
    await asyncio.sleep(0)
    log("event", await event.wait())
    asyncio.get_running_loop().call_later(0, event.clear)
    await asyncio.sleep(0)
    log("a2")
    raise ValueError("a")


async def b():
    log("got", await tasks["a"])
    raise ValueError("b")


async def c():
    log("cancelling", asyncio.current_task().cancelling())
    try:
        log("in time", await asyncio.wait_for(tasks["b"], 1))
    except TimeoutError as error:
        log("c2", repr(error), repr(error.__cause__))
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("event", event.set())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
