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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ticks():
    try:
        for i in range(3):
            await asyncio.sleep(0)
            yield i
    except BaseException as error:
        log("ticks", repr(error))
        await asyncio.sleep(0.2)
        log("ticks1")
        raise


async def a():
    await asyncio.sleep(0.2)
    log("a1")


async def b():
    try:
        async for i in ticks():
            log("tick", i)
            if i == 0:
                break
    except BaseException as error:
        log("b1", repr(error))
        done, pending = await asyncio.wait([start("b.3", asyncio.sleep(0.1, "b2")), tasks["a"]])
        log("done", names(done), "pending", names(pending))
    log("got", await tasks["a"])
    log("gathered", await asyncio.gather(a(), anext(ticks()), return_exceptions=True))
    return "b"


async def main():
    start("a", a())
    start("b", b())
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
