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


async def a():
    if not asyncio.current_task().cancelling():
        raise asyncio.CancelledError("a1")
    await asyncio.sleep(0.2)
    await asyncio.sleep(1)
    log("a2")


async def b():
    log("got", await a())
    return "b"


async def c():
    log("cancel b", tasks["b"].cancel())
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    try:
        try:
            log("shielded", await asyncio.shield(a()))
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            log("main2", repr(error))
    finally:
        log("main3")
    log("got", await b())
    log("got", await c())
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
