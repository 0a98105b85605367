import asyncio
import contextvars
import time

tasks = {}
sem = asyncio.Semaphore(1)
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


def block(seconds, value):
    time.sleep(seconds)
    if value is None:
        raise OSError(seconds)
    return value


async def a():
    await asyncio.sleep(0.5)
    log("a1")
    log("var", var.get())
    try:
        await sem.acquire()
        try:
            log("gathered", await asyncio.gather(asyncio.sleep(0, "a2"), asyncio.sleep(0.5, "a3"), return_exceptions=True))
        finally:
            sem.release()
        asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 0.5, log, "a4")
    except asyncio.CancelledError as error:
        log("a5", repr(error))
        raise
    log("thread", await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(None, block, 0.5, None), 0))
    async with sem:
        log("a6")
        async with asyncio.timeout(0.5) as limit:
            try:
                log("in time", await asyncio.wait_for(asyncio.sleep(0, "a7"), 0))
            except TimeoutError as error:
                log("a8", repr(error), repr(error.__cause__))
    return "a"


async def main():
    start("a", a())
    log("cancel a", tasks["a"].cancel())
    try:
        async with sem:
            log("main2")
            log("gathered", await asyncio.gather(asyncio.sleep(0.1, "main3"), asyncio.sleep(0.5, "main4")))
            await asyncio.sleep(0.1)
            log("main5")
    except asyncio.CancelledError as error:
        log("main6", repr(error), repr(error.__cause__))
    await sem.acquire()
    try:
        asyncio.get_running_loop().call_later(0, log, "main7")
    finally:
        sem.release()
    await asyncio.sleep(1)
    await asyncio.wait(tasks.values(), timeout=30)
    for name, task in tasks.items():
        log(name, outcome(task) if task.done() else "pending", task.cancelling())


try:
    asyncio.run(main())
finally:
    tasks.clear()
