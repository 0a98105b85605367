import asyncio

tasks = {}
sem = asyncio.Semaphore(1)
event = asyncio.Event()


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
    async with sem:
        log("a1")
        task2 = start("a.4", asyncio.sleep(0, "a3"))
    done, pending = await asyncio.wait([start("a.6", asyncio.sleep(0.2, "a5")), start("a.8", asyncio.sleep(0, "a7")), start("a.10", asyncio.sleep(0, "a9"))], return_when=asyncio.FIRST_COMPLETED)
    log("done", names(done), "pending", names(pending))


async def b():
    async with sem:
        log("b1")
        try:
            log("shielded", await asyncio.shield(event.wait()))
        except Exception as error:
            log("b3", repr(error))
            done, pending = await asyncio.wait([start("b.4", a()), tasks["a"]], return_when=asyncio.FIRST_EXCEPTION, timeout=0)
            log("done", names(done), "pending", names(pending))
            log("event", await event.wait())
    return "b"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.sleep(0.2)
    log("cancel a", tasks["a"].cancel("main1"))
    log("event", event.set())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
