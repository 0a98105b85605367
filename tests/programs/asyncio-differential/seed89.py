import asyncio
import contextvars

tasks = {}
cond = asyncio.Condition()
var = contextvars.ContextVar("var", default=0)


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
        cond.notify_all()
        async with cond:
            log("a1")
            cond.notify()
    except asyncio.CancelledError as error:
        log("a2", repr(error))
        raise
    await asyncio.sleep(0.2)
    await asyncio.sleep(0.2)
    log("cancel a", tasks["a"].cancel("a3"))
    return "a"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    tasks["a"].add_done_callback(lambda task: log("main3", outcome(task)))
    log("got", await tasks["a"])
    await asyncio.sleep(30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
