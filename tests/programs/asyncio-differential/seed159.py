import asyncio

tasks = {}
queue = asyncio.Queue(2)


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
    queue.shutdown(immediate=True)
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    await asyncio.sleep(0.5)
    all = asyncio.gather(asyncio.sleep(0.5, "a1"), queue.get(), return_exceptions=True)
    log("gathered", await all)
    return "a"


async def b():
    log("cancel b", tasks["b"].cancel())
    await queue.put("b2")
    raise ValueError("b")


async def c():
    log("got", await a())
    await queue.put("c1")
    raise ValueError("c")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    start("c", c())
    log("get", await queue.get())
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
