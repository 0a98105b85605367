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
    await asyncio.sleep(0.1)
    log("slept 1")
    log("cancel t0", tasks["t0"].cancel())
    try:
        async with asyncio.timeout(0) as cm2:
            try:
                asyncio.get_running_loop().call_later(0,
                    lambda: log("called 3", var.get()))
            except asyncio.CancelledError as error:
                log("caught 4", repr(error))
                raise
            try:
                cm2.reschedule(asyncio.get_running_loop().time() + 0.2)
            except RuntimeError as error:
                log(error)
            log("var", var.get()); token = var.set("w0.5")
            asyncio.get_running_loop().call_later(0,
                lambda: log("called 6", var.get()))
            reset(token)
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=0.2, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    log("shielded 1", await asyncio.shield(w0()))
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.1, 0), 0))
    except TimeoutError:
        log("timeout")
    return "r2"


async def w3():
    await asyncio.sleep(0)
    log("w3 starts")
    log("shielded 1", await asyncio.shield(asyncio.sleep(0.1, 2)))
    try:
        inner = start("w3.2", w0())
        asyncio.get_running_loop().call_later(0,
            lambda: log("called 3", var.get()))
        log("inner", inner.done(), inner.cancelling())
    except BaseException as error:
        log("caught 4", repr(error))
        raise
    log("gathered", await asyncio.gather(w2()))
    asyncio.get_running_loop().call_later(0.3,
        lambda: log("called 5", var.get()))
    return "r3"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
