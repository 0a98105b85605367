import asyncio
import contextvars

tasks = {}
future = None
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.3) as limit:
            done, pending = await asyncio.wait([start("a.2", asyncio.sleep(0.3, "a1"))], return_when=asyncio.FIRST_COMPLETED)
            log("done", names(done), "pending", names(pending))
            done, pending = await asyncio.wait([start("a.4", asyncio.sleep(1, "a3"))], return_when=asyncio.FIRST_COMPLETED)
            log("done", names(done), "pending", names(pending))
    except TimeoutError as error:
        log("a5", repr(error), limit.expired())
    asyncio.get_running_loop().call_later(0.3, future.cancel)
    log("shielded", await asyncio.shield(future))
    raise ValueError("a")


async def b():
    try:
        log("in time", await asyncio.wait_for(tasks["a"], 0))
    except TimeoutError as error:
        log("b2", repr(error), repr(error.__cause__))
    log("cancel b", tasks["b"].cancel())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    global future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("a", a())
    start("b", b())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
