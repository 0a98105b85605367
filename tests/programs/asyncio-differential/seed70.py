import asyncio
import time

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


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


def rescue(rounds):
    log("rescue")
    for task in [main_task, *tasks.values()]:
        task.cancel()
    if rounds:
        asyncio.get_running_loop().call_later(50, rescue, rounds - 1)


async def a():
    try:
        try:
            try:
                await asyncio.sleep(0.1)
                log("a1")
                log("a2")
            except asyncio.CancelledError as error:
                log("a3", repr(error))
                done, pending = await asyncio.wait([start("a.5", asyncio.sleep(0.3, "a4")), start("a.7", asyncio.sleep(1, "a6"))], return_when=asyncio.FIRST_EXCEPTION)
                log("done", names(done), "pending", names(pending))
                log("shielded", await asyncio.shield(asyncio.shield(asyncio.sleep(0.1))))
        except Exception as error:
            log("a9", repr(error), repr(error.__context__))
            raise
    except Exception as error:
        log("a10", repr(error))
        raise
    log("gathered", await asyncio.gather(asyncio.sleep(1, "a11"), asyncio.shield(asyncio.sleep(0.1)), asyncio.sleep(0.1, "a13")))
    task14 = start("a.16", asyncio.sleep(0.1, "a15"))
    return "a"


async def b():
    log("thread", await asyncio.wait_for(asyncio.to_thread(block, 1, "b1"), 0.3))
    log("got", await a())


async def c():
    await asyncio.sleep(0.3)
    log("c1")
    await asyncio.sleep(1)


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.get_running_loop().call_later(50, rescue, 3)
    start("a", a())
    start("b", b())
    start("c", c())
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
