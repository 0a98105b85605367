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


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("a1")
    note = lambda task: log("a2", task.cancelled())
    tasks["a"].add_done_callback(note)
    await asyncio.sleep(0.3)
    log("a3")
    log("removed", tasks["a"].remove_done_callback(note))
    async with lock:
        log("a4")
        try:
            async with asyncio.timeout(0.3) as limit:
                for _ in range(2):
                    for each in asyncio.as_completed([start("a.6", asyncio.sleep(0.5, "a5")), start("a.8", asyncio.sleep(0.5, "a7"))]):
                        log("next", await each)
        except TimeoutError as error:
            log("a9", repr(error), limit.expired())


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    async with asyncio.timeout(0.2) as limit:
        try:
            async with cond:
                log("main1")
                log("got", await a())
                await asyncio.sleep(0.2)
                log("main2")
            await asyncio.sleep(0.5)
            log("main3")
        except asyncio.CancelledError as error:
            log("main4", repr(error))
    log("got", await tasks["a"])
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
