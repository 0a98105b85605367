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
    log("shielded", await asyncio.shield(event.wait()))
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    asyncio.get_running_loop().call_later(0, event.set)
    log("cancel b", tasks["b"].cancel())
    log("got", await a())
    log("shielded", await asyncio.shield(event.wait()))
    return "b"


async def c():
    log("event", await event.wait())
    log("uncancel", asyncio.current_task().uncancel())
    return "c"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel b", tasks["b"].cancel())
    log("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
