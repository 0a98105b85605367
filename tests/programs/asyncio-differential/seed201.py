import asyncio
import contextvars

tasks = {}
var = contextvars.ContextVar("var", default=0)
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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    log("gathered", await asyncio.gather(lock.acquire()))
    return "a"


async def b():
    try:
        async with asyncio.timeout(0.3) as limit:
            done, pending = await asyncio.wait([start("b.2", asyncio.sleep(1, "b1")), start("b.3", a()), start("b.5", asyncio.sleep(0.5, "b4"))], return_when=asyncio.FIRST_EXCEPTION)
            log("done", names(done), "pending", names(pending))
            log("got", await tasks["a"])
    except TimeoutError as error:
        log("b6", repr(error), limit.expired())
    log("gathered", await asyncio.gather(lock.acquire(), asyncio.shield(asyncio.sleep(0.1))))
    log("cancel b", tasks["b"].cancel())
    log("cancelling", asyncio.current_task().cancelling())
    return "b"


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    log("got", await tasks["a"])
    await asyncio.sleep(1)
    try:
        log("in time", await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.1)), 1))
    except TimeoutError as error:
        log("main2", repr(error), repr(error.__cause__))
    log("gathered", await asyncio.gather(*tasks.values()))
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
