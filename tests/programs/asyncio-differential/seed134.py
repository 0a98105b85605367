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


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0.1)
            log("ticks1")
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        raise


async def a():
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.1))
    except TimeoutError as error:
        log("a2", repr(error), repr(error.__cause__))


async def b():
    log("got", await tasks["a"])
    asyncio.get_running_loop().call_later(0.1, log, "b1")
    tasks["b"].add_done_callback(lambda task: log("b2", outcome(task)))
    log("shielded", await asyncio.shield(tasks["a"]))
    return "b"


async def c():
    await asyncio.sleep(0)
    log("c1")
    raise ValueError("c")


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.sleep(0.3)
    log("main1")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
