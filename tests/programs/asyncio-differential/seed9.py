import asyncio

tasks = {}
lock = asyncio.Lock()
future = None


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
    log("cancel a", tasks["a"].cancel())
    log("a2")


async def b():
    done, pending = await asyncio.wait([start("b.2", asyncio.sleep(0.5, "b1"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))
    async with asyncio.timeout(0.5) as limit:
        done, pending = await asyncio.wait([start("b.4", asyncio.sleep(0.2, "b3")), start("b.6", asyncio.sleep(0.2, "b5")), start("b.8", asyncio.sleep(0.2, "b7"))], timeout=0.5)
        log("done", names(done), "pending", names(pending))
        await lock.acquire()
        try:
            await asyncio.sleep(0.2)
            await asyncio.sleep(0.2)
            log("b9")
        finally:
            lock.release()


async def c():
    if not future.done():
        future.set_result("c1")
    return "c"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.TaskGroup() as group:
            start("a", a(), group)
            start("b", b(), group)
            start("c", c(), group)
            await asyncio.sleep(0.2)
            log("main1")
            try:
                log("in time", await asyncio.wait_for(tasks["c"], 0.2))
            except TimeoutError as error:
                log("main3", repr(error), repr(error.__cause__))
    except BaseExceptionGroup as errors:
        log("group", repr(errors))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
