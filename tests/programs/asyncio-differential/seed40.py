import asyncio

tasks = {}
cond = asyncio.Condition()
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def a():
    done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.2, "a1")), start("a.4", asyncio.sleep(0, "a3")), start("a.6", asyncio.sleep(0, "a5"))], return_when=asyncio.FIRST_COMPLETED, timeout=0.3)
    log("done", names(done), "pending", names(pending))
    tasks["a"].add_done_callback(lambda task: log("a7", outcome(task)))
    return "a"


async def b():
    for each in asyncio.as_completed([start("b.2", asyncio.sleep(0.3, "b1")), start("b.3", a())], timeout=0):
        log("next", await each)


async def c():
    done, pending = await asyncio.wait([start("c.1", b()), tasks["a"], start("c.2", a())])
    log("done", names(done), "pending", names(pending))
    task3 = start("c.4", a())
    log("gathered", await asyncio.gather(tasks["b"]))
    await asyncio.sleep(0.2)
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0)
    log("main1")
    try:
        log("in time", await asyncio.wait_for(a(), 0.3))
    except TimeoutError as error:
        log("main3", repr(error), repr(error.__cause__))
    done, pending = await asyncio.wait([start("main.4", b()), tasks["b"], tasks["a"]], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
