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
    try:
        asyncio.current_task().set_name("a1")
    except Exception as error:
        log("a2", repr(error))
    await asyncio.sleep(0)
    log("a3")
    tasks["a"].add_done_callback(lambda task: log("a4", outcome(task)))
    asyncio.current_task().cancel()
    raise ValueError("a")


async def b():
    log("cancel a", tasks["a"].cancel())
    return "b"


async def main():
    start("a", a())
    start("b", b())
    log("main1")
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
