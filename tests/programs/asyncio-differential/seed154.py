import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
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


async def a():
    task1 = start("a.3", asyncio.sleep(0.5, "a2"))
    await asyncio.sleep(1)
    log("a4")
    return "a"


async def b():
    async with asyncio.timeout(1) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0)
        try:
            async with asyncio.TaskGroup() as group:
                start("b.1", a(), group)
                await asyncio.sleep(1)
                log("b2")
        except ExceptionGroup as errors:
            log("b3", repr(errors))
        log("future", await future)


async def c():
    log("got", await a())
    log("cancel b", tasks["b"].cancel("c1"))


async def main():
    global future
    future = asyncio.get_running_loop().create_future()
    start("a", a())
    start("b", b())
    start("c", c())
    tasks["c"].add_done_callback(lambda task: log("main1", outcome(task)))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
