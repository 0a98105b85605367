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
        try:
            async with asyncio.timeout(0) as cm:
                await asyncio.sleep(0)
        except TimeoutError as error:
            log(repr(error), repr(error.__cause__), cm.expired())
    except asyncio.CancelledError as error:
        log("caught 1", repr(error))
    try:
        async with asyncio.timeout(0.6) as cm2:
            try:
                asyncio.get_running_loop().call_later(0,
                    lambda: log("called 3", var.get()))
            except asyncio.CancelledError as error:
                log("caught 4", repr(error))
                raise
            try:
                cm2.reschedule(0.5)
            except RuntimeError as error:
                log(error)
            await asyncio.sleep(1)
            log("slept 5")
    except TimeoutError as error:
        log("timeout 2", cm2, asyncio.current_task().cancelling())
    context = copy_context()
    context.run(var.set, "context 6")
    log("context", context[var], var.get())
    try:
        log("var", var.get()); token = var.set("w0.7")
    except asyncio.CancelledError as error:
        log("caught 8", repr(error))
    return "r0"


async def w1():
    log("w1 starts")
    try:
        log("var", var.get()); token = var.set("w1.1")
    except asyncio.CancelledError as error:
        log("caught 2", repr(error))
    try:
        async for each in asyncio.as_completed([w0()]):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    context = copy_context()
    context.run(var.set, "context 3")
    log("context", context[var], var.get())
    task = asyncio.create_task(w0(), name="in context", context=context)
    try:
        log("got", await asyncio.wait_for(task, 0.6))
    except TimeoutError:
        log("context after timeout", context[var])
    return "r1"


async def w2():
    log("w2 starts")
    try:
        for each in asyncio.as_completed([w0()], timeout=0.2):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    try:
        try:
            log("shielded 1", await asyncio.shield(tasks["t1"]))
        except asyncio.CancelledError as error:
            log("caught 2", repr(error))
    finally:
        log("finally 3")
        await asyncio.sleep(0.5)
        log("slept 4")
    log("cancel t4", tasks["t4"].cancel("by w2"))
    return "r2"


async def w3():
    log("w3 starts")
    await asyncio.sleep(0.1)
    log("slept 1")
    log("gathered", await asyncio.gather(tasks["t0"], tasks["t2"], w2(), return_exceptions=True))
    try:
        try:
            try:
                async with asyncio.timeout(0) as cm:
                    await asyncio.sleep(1)
            except TimeoutError as error:
                log(repr(error), repr(error.__cause__), cm.expired())
        except ValueError as error:
            log("caught 2", repr(error))
            raise
    finally:
        log("finally 3")
    try:
        for each in asyncio.as_completed([tasks["t1"]], timeout=0.6):
            log("next", await each)
    except TimeoutError as error:
        log(repr(error))
    return "r3"


async def w4():
    log("w4 starts")
    log("gathered", await asyncio.gather(tasks["t2"], tasks["t3"]))
    return "r4"


async def main():
    start("t0", w0())
    start("t1", w1())
    start("t2", w2())
    start("t3", w3())
    start("t4", w4())
    log("waiting for all")
    while not all(task.done() for task in tasks.values()):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for name, task in tasks.items():
        outcome = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
        log(name, outcome, task.cancelling())
    for name in sorted(futures):
        futures[name].cancel()


asyncio.run(main())
