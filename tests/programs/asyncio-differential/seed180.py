import asyncio

tasks = {}
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


async def a():
    task1 = start("a.3", asyncio.sleep(0.1, "a2"))
    await asyncio.sleep(0.1)
    log("a4")
    log("cancel a", tasks["a"].cancel())
    log("got", await task1)
    return "a"


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    await asyncio.sleep(1)
    log("main1")
    asyncio.get_running_loop().call_soon(log, "main2")
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
