import asyncio

tasks = {}
queue = asyncio.Queue(1)


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
    log("cancel b", tasks["b"].cancel())
    log("a2")
    tasks["c"].add_done_callback(lambda task: log("a3", outcome(task)))
    raise ValueError("a")


async def b():
    asyncio.get_running_loop().call_later(0.2, log, "b1")
    log("shielded", await asyncio.shield(queue.get()))


async def c():
    await asyncio.sleep(0.1)
    log("c1")
    await queue.put("c2")
    await queue.put("c3")
    await queue.put("c4")
    return "c"


async def main():
    start("a", a())
    start("b", b())
    start("c", c())
    log("got", await tasks["b"])
    task1 = start("main.2", b())
    await asyncio.sleep(1)
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
