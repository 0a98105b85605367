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
    try:
        try:
            try:
                async with asyncio.timeout(0) as cm:
                    await asyncio.sleep(0.2)
            except TimeoutError as error:
                log(repr(error), repr(error.__cause__), cm.expired())
        finally:
            log("finally 1")
            tasks["t3"].add_done_callback(note("t3 for w0"))
    finally:
        log("finally 2")
        log("var", var.get()); token = var.set("w0.3")
    inner = start("w0.4", asyncio.sleep(0.1))
    context = copy_context()
    context.run(var.set, "context 5")
    log("context", context[var], var.get())
    log("inner", inner.done(), inner.cancelling())
    log("cancel t2", tasks["t2"].cancel())
    await asyncio.sleep(1)
    log("slept 6")
    return "r0"


async def w1():
    await asyncio.sleep(0)
    log("w1 starts")
    log("cancel t0", tasks["t0"].cancel())
    log("cancel t1", tasks["t1"].cancel())
    log("shielded 1", await asyncio.shield(w0()))
    inner = start("w1.2", w0())
    try:
        async for each in asyncio.as_completed([asyncio.sleep(1, 0)]):
            log("next", each.done(), each.cancelled() or repr(each.exception()))
    except TimeoutError as error:
        log(repr(error))
    log("inner", inner.done(), inner.cancelling())
    return "r1"


async def w2():
    await asyncio.sleep(0)
    log("w2 starts")
    log("shielded 1", await asyncio.shield(asyncio.sleep(0, 1)))
    asyncio.get_running_loop().call_later(0.3,
        lambda: log("called 2", var.get()))
    return "r2"


async def w3():
    await asyncio.sleep(0)
    log("w3 starts")
    try:
        tasks["t3"].add_done_callback(note("t3 for w3"))
    except ValueError as error:
        log("caught 1", repr(error))
        raise
    try:
        log("in time", await asyncio.wait_for(asyncio.sleep(0.5, 1), 0.1))
    except TimeoutError:
        log("timeout")
    log("got", await tasks["t2"])
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
