import asyncio

tasks = {}
event = asyncio.Event()
queue = asyncio.Queue()


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
    log("get", await queue.get())
    try:
        log("size", queue.qsize(), queue.full())
    except BaseException as error:
        log("a2", repr(error))
        log("gathered", await asyncio.gather(asyncio.sleep(0, "a3"), queue.join()))
    try:
        log("get", await queue.get())
    except Exception as error:
        log("a5", repr(error))
    return "a"


async def b():
    log("get", await queue.get())
    await asyncio.sleep(0.1)
    for each in asyncio.as_completed([start("b.2", asyncio.sleep(0, "b1"))]):
        log("next", await each)


async def main():
    start("a", a())
    start("b", b())
    try:
        await queue.put("main1")
    finally:
        log("main2")
        done, pending = await asyncio.wait([start("main.3", b()), tasks["a"], tasks["b"]], return_when=asyncio.FIRST_COMPLETED, timeout=0)
        log("done", names(done), "pending", names(pending))
    try:
        async with asyncio.timeout(1) as limit:
            asyncio.get_running_loop().call_soon(event.set)
            log("size", queue.qsize(), queue.full())
    except TimeoutError as error:
        log("main6", repr(error), limit.expired())
    done, pending = await asyncio.wait([start("main.8", asyncio.sleep(0, "main7"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0)
    log("done", names(done), "pending", names(pending))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
