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
    log("gathered", await asyncio.gather(asyncio.sleep(0.1, "a1"), asyncio.sleep(0.3, "a2")))
    log("cancel a", tasks["a"].cancel())
    return "a"


async def b():
    for _ in range(2):
        try:
            log("in time", await asyncio.wait_for(a(), 0.3))
        except TimeoutError as error:
            log("b2", repr(error), repr(error.__cause__))
    return "b"


async def c():
    log("got", await a())
    await asyncio.sleep(0.1)
    log("got", await tasks["b"])
    asyncio.get_running_loop().call_later(0.3, log, "c1")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("cancel c", tasks["c"].cancel())
    await asyncio.sleep(0.1)
    log("main2")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
