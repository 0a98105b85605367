import asyncio

tasks = {}
cond = asyncio.Condition()
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


ready = 0


def get_ready():
    global ready
    ready += 1
    return ready


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("gathered", await asyncio.gather(asyncio.sleep(0.2, "a1")))
    done, pending = await asyncio.wait([start("a.3", asyncio.sleep(0, "a2")), start("a.5", asyncio.sleep(0.2, "a4"))], return_when=asyncio.FIRST_EXCEPTION, timeout=0.2)
    log("done", names(done), "pending", names(pending))
    task6 = start("a.8", asyncio.sleep(0, "a7"))
    log("cancel a", tasks["a"].cancel())
    async with cond:
        log("ready", get_ready())
        cond.notify(2)
    return "a"


async def b():
    log("got", await a())
    try:
        log("in time", await asyncio.wait_for(future, 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    try:
        async with asyncio.TaskGroup() as group:
            start("b.3", a(), group)
            async with cond:
                log("b4")
                log("cancel a", tasks["a"].cancel())
                async with cond:
                    log("b6")
                    log("ready", get_ready())
                    cond.notify(2)
    except* ValueError as errors:
        log("b7", repr(errors))
    log("gathered", await asyncio.gather(asyncio.shield(asyncio.sleep(0.1))))
    raise ValueError("b")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.2)
    log("main1")
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 0.2))
    except TimeoutError as error:
        log("main3", repr(error), repr(error.__cause__))
    log("got", await b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
