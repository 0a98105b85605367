import asyncio

tasks = {}
lock = asyncio.Lock()
future = None
cond = asyncio.Condition()


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "callback"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def start(name, coro, group=asyncio):
    tasks[name] = group.create_task(coro, name=name)
    return tasks[name]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    try:
        log("future", await future)
    except BaseException as error:
        log("a1", repr(error))
    else:
        log("future", await future)
    return "a"


async def b():
    try:
        log("cancel a", tasks["a"].cancel())
    finally:
        log("b2")
    done, pending = await asyncio.wait([start("b.3", a()), start("b.4", a()), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
    return "b"


async def c():
    task1 = start("c.3", asyncio.sleep(0.2, "c2"))
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("gathered", await asyncio.gather(a(), asyncio.shield(asyncio.sleep(0.1)), return_exceptions=True))
    done, pending = await asyncio.wait([start("main.3", a()), start("main.4", c()), start("main.5", c())], return_when=asyncio.FIRST_COMPLETED, timeout=0.2)
    log("done", names(done), "pending", names(pending))


try:
    asyncio.run(main())
finally:
    tasks.clear()
