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
        async with asyncio.timeout_at(2) as cm1:
            asyncio.get_running_loop().call_later(0.1,
                lambda: log("called 2", var.get()))
            try:
                cm1.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            log("var", var.get()); token = var.set("w0.3")
    except TimeoutError as error:
        log("timeout 1", cm1, asyncio.current_task().cancelling())
    return "r0"


async def w1():
    log("w1 starts")
    log("var", var.get()); token = var.set("w1.1")
    context = copy_context()
    context.run(var.set, "context 2")
    log("context", context[var], var.get())
    task = asyncio.create_task(w0(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    reset(token)
    try:
        async with asyncio.timeout_at(0) as cm3:
            log("cancel t0", tasks["t0"].cancel("by w1"))
            try:
                cm3.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            try:
                async for each in asyncio.as_completed([w0()]):
                    log("next", each.done(), each.cancelled() or repr(each.exception()))
            except TimeoutError as error:
                log(repr(error))
    except TimeoutError as error:
        log("timeout 3", cm3, asyncio.current_task().cancelling())
    log("var", var.get()); token = var.set("w1.4")
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.2, 0), 2))
    except TimeoutError:
        log("timeout")
    reset(token)
    try:
        async for each in asyncio.as_completed([w0()], timeout=0.2):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    raise ValueError("from w1")


async def w2():
    log("w2 starts")
    done, pending = await asyncio.wait(
        [tasks["t1"]], timeout=2, return_when=asyncio.FIRST_EXCEPTION
    )
    log("waited", names(done), names(pending))
    return "r2"


async def w3():
    log("w3 starts")
    try:
        for each in asyncio.as_completed([tasks["t1"]], timeout=0.6):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    return "r3"


async def main():
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
