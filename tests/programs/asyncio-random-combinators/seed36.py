import asyncio
from contextvars import ContextVar, copy_context

var = ContextVar("var", default="unset")

tasks = {}
futures = {}


def log(*what):
    task = asyncio.current_task()
    name = task.get_name() if task else "no task"
    print(round(asyncio.get_running_loop().time(), 3), name, *what)


def note(name):
    def done(future):
        state = "cancelled" if future.cancelled() else "failed" if future.exception() else "done"
        log("callback of", name, state)

    return done


def start(name, coro):
    task = asyncio.create_task(coro, name=name)
    tasks[name] = task
    return task


def future(name):
    if name not in futures:
        futures[name] = asyncio.get_running_loop().create_future()
    return futures[name]


def names(futures):
    return sorted(name for name, task in tasks.items() if task in futures), len(futures)


def reset(token):
    try:
        var.reset(token)
    except (ValueError, RuntimeError) as error:
        log(type(error).__name__)


async def w0():
    await asyncio.sleep(0)
    log("w0 starts")
    done, pending = await asyncio.wait(
        [tasks["t2"], tasks["t1"]], timeout=0.2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    raise ValueError("from w0")


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    try:
        try:
            async with asyncio.timeout(0.6) as cm1:
                try:
                    async with asyncio.timeout(2) as cm:
                        await asyncio.sleep(0)
                except TimeoutError as error:
                    log(repr(error), repr(error.__cause__), cm.expired())
                try:
                    cm1.reschedule(asyncio.get_running_loop().time() + 0.2)
                except RuntimeError as error:
                    log(error)
                log("var", var.get()); token = var.set("w1.2")
                log("cancel t0", tasks["t0"].cancel())
                reset(token)
        except TimeoutError as error:
            log("timeout 1", cm1, asyncio.current_task().cancelling())
    except asyncio.CancelledError as error:
        log("caught 3", repr(error))
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    log("shielded 4", await asyncio.shield(w0()))
    await asyncio.sleep(0.5)
    log("slept 5")
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    log("cancel t1", tasks["t1"].cancel("by w2"))
    log("gathered", await asyncio.gather(tasks["t1"], return_exceptions=True))
    done, pending = await asyncio.wait(
        [tasks["t1"], tasks["t0"]], timeout=0.1, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    raise ValueError("from w2")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
