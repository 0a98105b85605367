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
    log("w0 starts")
    try:
        async with asyncio.timeout(2) as cm1:
            log("cancel t0", tasks["t0"].cancel("by w0"))
            try:
                cm1.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            context = copy_context()
            context.run(var.set, "context 2")
            log("context", context[var], var.get())
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(2) as cm3:
            asyncio.get_running_loop().call_later(1,
                lambda: log("called 4", var.get()))
    except TimeoutError as error:
        log("timeout 3", cm3, asyncio.current_task().cancelling())
    raise ValueError("from w0")


async def w1():
    log("w1 starts")
    inner = start("w1.1", w0())
    tasks["t2"].add_done_callback(note("t2 for w1"))
    log("inner", inner.done(), inner.cancelling())
    try:
        log("gathered", await asyncio.gather(asyncio.sleep(0.2, 0), tasks["t0"], w0(), return_exceptions=True))
    except ValueError as error:
        log("caught 2", repr(error))
    try:
        async with asyncio.timeout(0.6) as cm3:
            try:
                log("in time", await asyncio.wait_for(w0(), 0.1))
            except TimeoutError:
                log("timeout")
    except TimeoutError as error:
        log("timeout 3", cm3, asyncio.current_task().cancelling())
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    done, pending = await asyncio.wait(
        [tasks["t0"]], timeout=0.3, return_when=asyncio.ALL_COMPLETED
    )
    log("waited", names(done), names(pending))
    return "r2"


async def main():
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
